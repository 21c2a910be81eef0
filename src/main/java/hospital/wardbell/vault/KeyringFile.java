package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The keyring as octets: a mark, the ways to the root key, the keys sealed under the root key, and
/// a SHA-256 of all that.
///
/// The digest keeps nobody out; it tells a damaged file from a wrong passphrase. What keeps the
/// ways as they are is that the sealed keys are bound to them. Files of the first form, whose keys
/// and ways had no times, and of the second, which did not say what a key is there for, are read
/// too and are of this form once they are written again.
final class KeyringFile {
  private static final int FORM = 3;
  private static final int MARK = mark(FORM).length;
  private static final int DIGEST = 32;

  private final int form;
  private final List<Way> ways;
  private final byte[] sealed;

  private KeyringFile(int form, List<Way> ways, byte[] sealed) {
    this.form = form;
    this.ways = List.copyOf(ways);
    this.sealed = sealed;
  }

  static KeyringFile of(List<Way> ways, List<Key> keys, Secret root) {
    byte[] plain = encoded(keys);
    try {
      return new KeyringFile(FORM, ways, Aead.seal(Key.aes(root), associated(FORM, ways), plain));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  List<Way> ways() {
    return ways;
  }

  /// The root key, if one of the ways opens.
  Optional<Secret> root(Unlock unlock) {
    return ways.stream().flatMap(way -> way.open(unlock).stream()).findFirst();
  }

  /// @throws VaultFault of kind KEYRING if `root` and the ways are not what they are sealed under
  List<Key> keys(Secret root) {
    byte[] plain =
        Aead.open(Key.aes(root), associated(form, ways), sealed).orElseThrow(KeyringFile::damaged);
    try {
      return decoded(plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static byte[] mark(int form) {
    return octets("wardbell-keyring/" + form + "\n");
  }

  /// In the first form the keys were not bound to the ways.
  private static byte[] associated(int form, List<Way> ways) {
    byte[] name = octets("wardbell-keyring/" + form + " keys");
    byte[] bound = form == 1 ? new byte[0] : Sha256.of(encodedWays(ways));
    return ByteBuffer.allocate(name.length + bound.length).put(name).put(bound).array();
  }

  byte[] bytes() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(octets)) {
      out.write(mark(FORM));
      out.write(encodedWays(ways));
      out.writeInt(sealed.length);
      out.write(sealed);
      out.write(Sha256.of(octets.toByteArray()));
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return octets.toByteArray();
  }

  /// @throws VaultFault of kind KEYRING if they are not the octets of a keyring, whole
  static KeyringFile of(byte[] octets) {
    int end = octets.length - DIGEST;
    if (end < MARK
        || !MessageDigest.isEqual(
            Sha256.of(Arrays.copyOf(octets, end)),
            Arrays.copyOfRange(octets, end, octets.length))) {
      throw damaged();
    }
    byte[] mark = Arrays.copyOf(octets, MARK);
    int form =
        IntStream.rangeClosed(1, FORM)
            .filter(each -> Arrays.equals(mark, mark(each)))
            .findFirst()
            .orElseThrow(KeyringFile::damaged);
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(octets, MARK, end - MARK))) {
      List<Way> ways = new ArrayList<>();
      int count = in.readUnsignedByte();
      for (int i = 0; i < count; i++) {
        ways.add(form == 1 ? WayCodec.readFirstForm(in) : WayCodec.read(in));
      }
      return new KeyringFile(form, ways, in.readNBytes(in.readInt()));
    } catch (IOException | IllegalArgumentException _) {
      throw damaged();
    }
  }

  private static byte[] encodedWays(List<Way> ways) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(octets)) {
      out.writeByte(ways.size());
      for (Way way : ways) {
        WayCodec.write(out, way);
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return octets.toByteArray();
  }

  private static byte[] encoded(List<Key> keys) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(octets)) {
      out.writeShort(keys.size());
      for (Key key : keys) {
        out.writeUTF(key.purpose());
        out.write(key.id().bytes());
        octets.writeBytes(key.octets().lend(byte[]::clone));
        out.writeLong(key.made().toEpochMilli());
        UseCodec.write(out, key.use());
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return octets.toByteArray();
  }

  private List<Key> decoded(byte[] plain) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
      List<Key> keys = new ArrayList<>();
      int count = in.readUnsignedShort();
      for (int i = 0; i < count; i++) {
        String purpose = in.readUTF();
        Id id = Id.of(in.readNBytes(16));
        Secret octets = Secret.copyOf(in.readNBytes(Key.OCTETS));
        Instant made = form == 1 ? Instant.EPOCH : Instant.ofEpochMilli(in.readLong());
        keys.add(
            new Key(
                purpose, id, octets, made, form < 3 ? new Key.Use.AtWork() : UseCodec.read(in)));
      }
      return keys;
    } catch (IOException | IllegalArgumentException _) {
      throw damaged();
    }
  }

  private static byte[] octets(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  private static VaultFault damaged() {
    return new VaultFault(
        VaultFault.Kind.KEYRING,
        "The keyring file is damaged or newer than this program. Put back its copy; nothing else"
            + " opens the database.");
  }
}

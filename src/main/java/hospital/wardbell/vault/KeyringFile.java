package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The keyring as octets: a mark, the ways to the root key, the keys sealed under the root key, and
/// a SHA-256 of all that.
///
/// The digest keeps nobody out; it tells a damaged file from a wrong passphrase.
final class KeyringFile {
  private static final byte[] MARK = "wardbell-keyring/1\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ASSOCIATED =
      "wardbell-keyring/1 keys".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST = 32;

  private final List<Way> ways;
  private final byte[] sealed;

  private KeyringFile(List<Way> ways, byte[] sealed) {
    this.ways = List.copyOf(ways);
    this.sealed = sealed;
  }

  static KeyringFile of(List<Key> keys, Unlock unlock, Stretch price) {
    try (Secret root = Key.fresh("root").octets()) {
      return new KeyringFile(List.of(Way.to(root, unlock, price)), sealed(keys, root));
    }
  }

  /// The root key, if one of the ways opens.
  Optional<Secret> root(Unlock unlock) {
    return ways.stream().flatMap(way -> way.open(unlock).stream()).findFirst();
  }

  /// @throws VaultFault of kind KEYRING if `root` is not what they are sealed under
  List<Key> keys(Secret root) {
    byte[] plain = Aead.open(Key.aes(root), ASSOCIATED, sealed).orElseThrow(KeyringFile::damaged);
    List<Key> keys = decoded(plain);
    Arrays.fill(plain, (byte) 0);
    return keys;
  }

  /// The same ways to the same root key, with these keys.
  KeyringFile with(List<Key> keys, Secret root) {
    return new KeyringFile(ways, sealed(keys, root));
  }

  private static byte[] sealed(List<Key> keys, Secret root) {
    byte[] plain = encoded(keys);
    byte[] sealed = Aead.seal(Key.aes(root), ASSOCIATED, plain);
    Arrays.fill(plain, (byte) 0);
    return sealed;
  }

  byte[] bytes() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(octets)) {
      out.write(MARK);
      out.writeByte(ways.size());
      for (Way way : ways) {
        way.write(out);
      }
      out.writeInt(sealed.length);
      out.write(sealed);
      out.write(digest(octets.toByteArray()));
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return octets.toByteArray();
  }

  /// @throws VaultFault of kind KEYRING if they are not the octets of a keyring, whole
  static KeyringFile of(byte[] octets) {
    int end = octets.length - DIGEST;
    if (end < MARK.length
        || !Arrays.equals(MARK, Arrays.copyOf(octets, MARK.length))
        || !MessageDigest.isEqual(
            digest(Arrays.copyOf(octets, end)), Arrays.copyOfRange(octets, end, octets.length))) {
      throw damaged();
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(octets, MARK.length, end - MARK.length))) {
      List<Way> ways = new ArrayList<>();
      int count = in.readUnsignedByte();
      for (int i = 0; i < count; i++) {
        ways.add(Way.read(in));
      }
      return new KeyringFile(ways, in.readNBytes(in.readInt()));
    } catch (IOException | IllegalArgumentException _) {
      throw damaged();
    }
  }

  private static byte[] encoded(List<Key> keys) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(octets)) {
      out.writeShort(keys.size());
      for (Key key : keys) {
        out.writeUTF(key.purpose());
        out.write(key.id().bytes());
        octets.writeBytes(key.octets().lend(byte[]::clone));
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return octets.toByteArray();
  }

  private static List<Key> decoded(byte[] plain) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
      List<Key> keys = new ArrayList<>();
      int count = in.readUnsignedShort();
      for (int i = 0; i < count; i++) {
        String purpose = in.readUTF();
        Id id = Id.of(in.readNBytes(16));
        keys.add(new Key(purpose, id, Secret.copyOf(in.readNBytes(Key.OCTETS))));
      }
      return keys;
    } catch (IOException _) {
      throw damaged();
    }
  }

  private static byte[] digest(byte[] octets) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(octets);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static VaultFault damaged() {
    return new VaultFault(
        VaultFault.Kind.KEYRING,
        "The keyring file is damaged or newer than this program. Put back its copy; nothing else"
            + " opens the database.");
  }
}

package hospital.wardbell.audit;

import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import hospital.wardbell.crypto.Cryptography;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Signs checkpoints with the home's own Ed25519 key. Any thread.
///
/// The key is made of its seed when it is first asked for: that takes a while, and nobody has to
/// wait for it at the start.
public final class NoteSigner {
  private static final int NAME_OCTETS = 8;

  private record Keys(PrivateKey key, NoteKey verifier) {}

  private final Secret seed;
  private @Nullable Keys keys; // guarded by this

  private NoteSigner(Secret seed) {
    this.seed = seed;
  }

  /// The signer of a home; its name is made of the key, so that no two homes have the same.
  ///
  /// @param seed 32 octets, the caller's; the same seed gives the same key and name
  public static NoteSigner of(Secret seed) {
    return new NoteSigner(seed);
  }

  private synchronized Keys keys() {
    Keys made = keys;
    if (made == null) {
      made = seed.lend(NoteSigner::made);
      keys = made;
    }
    return made;
  }

  private static Keys made(byte[] seed) {
    KeyPair pair = pair(seed);
    byte[] octets = publicOctets(pair);
    byte[] digest = Sha256.fresh().digest(octets);
    String name = "wardbell.hospital/audit/" + HexFormat.of().formatHex(digest, 0, NAME_OCTETS);
    Keys keys = new Keys(pair.getPrivate(), new NoteKey(name, octets));
    if (keys.verifier().signedText(note(keys, name + "\n")).isEmpty()) {
      throw new IllegalStateException("the key is not the one of its seed");
    }
    return keys;
  }

  static KeyPair pair(byte[] seed) {
    return Cryptography.ofThisBuild().ed25519(seed);
  }

  /// The last 32 octets of the X.509 form are the key itself.
  static byte[] publicOctets(KeyPair pair) {
    byte[] encoded = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  /// The key by which others check what this one signs.
  public NoteKey verifier() {
    return keys().verifier();
  }

  /// The signed note of a tree of `entries` with `root`.
  String checkpoint(long entries, byte[] root) {
    Keys its = keys();
    return note(its, new Checkpoint(its.verifier().name(), entries, root).text());
  }

  private static String note(Keys by, String text) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(by.key());
      ed25519.update(text.getBytes(StandardCharsets.UTF_8));
      return by.verifier().note(text, ed25519.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing with a key of our own", e);
    }
  }
}

package hospital.wardbell.audit;

import hospital.wardbell.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The hashes of the tree, SHA-256: of an entry behind an octet 0, of two hashes behind an octet 1.
/// One thread at a time.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6962#section-2.1 RFC 6962 §2.1
final class Hasher {
  /// How many octets a hash has.
  static final int OCTETS = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha256 = Sha256.fresh();

  byte[] leaf(String entry) {
    return leaf(entry.getBytes(StandardCharsets.UTF_8));
  }

  byte[] leaf(byte[] entry) {
    sha256.update(LEAF);
    return sha256.digest(entry);
  }

  byte[] node(byte[] left, byte[] right) {
    sha256.update(NODE);
    sha256.update(left);
    return sha256.digest(right);
  }

  /// The root of the tree without entries.
  byte[] empty() {
    return sha256.digest();
  }

  /// The root over `count` hashes, a power of two, that stand one after another in `hashes`.
  ///
  /// @param first the number of the first of them
  byte[] perfect(byte[] hashes, int first, int count) {
    byte[] row = new byte[count * OCTETS];
    System.arraycopy(hashes, first * OCTETS, row, 0, row.length);
    for (int width = count; width > 1; width /= 2) {
      for (int i = 0; i < width / 2; i++) {
        sha256.update(NODE);
        sha256.update(row, i * 2 * OCTETS, 2 * OCTETS);
        System.arraycopy(sha256.digest(), 0, row, i * OCTETS, OCTETS);
      }
    }
    byte[] root = new byte[OCTETS];
    System.arraycopy(row, 0, root, 0, OCTETS);
    return root;
  }
}

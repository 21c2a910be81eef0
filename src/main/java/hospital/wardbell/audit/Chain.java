package hospital.wardbell.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Where the chain stands after so many entries: how many, and the hash that covers them all.
///
/// The leaf hash is the Merkle tree's of RFC 6962, so that the tree can be built over old entries;
/// the chain hash is SHA-256 of the chain hash before it and the leaf hash.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6962#section-2.1 RFC 6962 §2.1 (leaf hash)
final class Chain {
  private static final byte LEAF = 0;

  private final long entries;
  private final byte[] hash;

  private Chain(long entries, byte[] hash) {
    this.entries = entries;
    this.hash = hash;
  }

  /// Before the first entry: 32 octets of zero.
  static Chain empty() {
    return new Chain(0, new byte[32]);
  }

  /// @param hash the chain hash of the last entry
  static Chain after(long entries, byte[] hash) {
    return new Chain(entries, hash.clone());
  }

  static byte[] leafHash(String entry) {
    MessageDigest sha256 = sha256();
    sha256.update(LEAF);
    return sha256.digest(entry.getBytes(StandardCharsets.UTF_8));
  }

  Chain plus(byte[] leafHash) {
    MessageDigest sha256 = sha256();
    sha256.update(hash);
    return new Chain(entries + 1, sha256.digest(leafHash));
  }

  /// How many entries there are, so the next one's number.
  long entries() {
    return entries;
  }

  byte[] hash() {
    return hash.clone();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package hospital.wardbell.base;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256, 32 octets.
///
/// @spec https://doi.org/10.6028/NIST.FIPS.180-4#6.2 FIPS 180-4 §6.2
public final class Sha256 {
  private Sha256() {}

  public static byte[] of(byte[] octets) {
    return fresh().digest(octets);
  }

  /// For what comes in pieces. One thread.
  public static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

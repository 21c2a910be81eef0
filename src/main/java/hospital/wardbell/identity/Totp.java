package hospital.wardbell.identity;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time codes by time: HMAC-SHA-1, six digits, steps of 30 seconds, which is what every
/// authenticator app can do. A code is good one step early and one step late, and only once.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6238#section-4 RFC 6238 §4
final class Totp {
  static final int SECONDS_PER_STEP = 30;
  static final int DIGITS = 6;
  private static final int SECRET_OCTETS = 20;
  private static final int MODULUS = 1_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_OCTETS];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /// The address that authenticator apps read from a QR code.
  static String address(String login, byte[] secret) {
    String account = URLEncoder.encode(login, StandardCharsets.US_ASCII);
    return "otpauth://totp/Wardbell:%s?secret=%s&issuer=Wardbell&algorithm=SHA1&digits=%d&period=%d"
        .formatted(account, Base32.encode(secret), DIGITS, SECONDS_PER_STEP);
  }

  /// The step whose code `typed` is: the present one or a neighbour, and later than `used`.
  ///
  /// @param typed what a person typed; spaces in it do not count
  /// @param used the last step whose code was accepted
  static OptionalLong match(byte[] secret, String typed, Instant now, long used) {
    byte[] code = typed.replace(" ", "").getBytes(StandardCharsets.UTF_8);
    long present = step(now);
    return LongStream.rangeClosed(present - 1, present + 1)
        .filter(step -> step > used)
        .filter(step ->
            MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), code))
        .findFirst();
  }

  static long step(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), SECONDS_PER_STEP);
  }

  /// @spec https://www.rfc-editor.org/rfc/rfc4226#section-5.3 RFC 4226 §5.3
  static String code(byte[] secret, long step) {
    byte[] hmac = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hmac[hmac.length - 1] & 0xf;
    int truncated = ByteBuffer.wrap(hmac).getInt(offset) & Integer.MAX_VALUE;
    return String.format("%0" + DIGITS + "d", truncated % MODULUS);
  }

  private static byte[] hmac(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }
}

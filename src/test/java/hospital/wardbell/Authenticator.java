package hospital.wardbell;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An authenticator app: shows a new code each time it is asked, since none works twice. Three in
/// half a minute is the most that clocks allow, and two towards its end.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6238#section-4 RFC 6238 §4
public final class Authenticator {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECONDS_PER_STEP = 30;
  private static final Duration TYPING = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final byte[] secret;
  private long used = -1;

  /// @param otpauth the address in the QR code
  public Authenticator(String otpauth) {
    this(otpauth, InstantSource.system());
  }

  /// One whose owner's clock goes otherwise.
  public Authenticator(String otpauth, InstantSource clock) {
    this.clock = clock;
    String encoded = otpauth.replaceFirst(".*[?&]secret=([A-Za-z2-7]+).*", "$1");
    this.secret = decoded(encoded.toUpperCase(Locale.ROOT));
  }

  /// The former code is not shown when it is about to be worth nothing: it must be typed first.
  public synchronized String code() {
    Instant now = clock.instant();
    long present = now.getEpochSecond() / SECONDS_PER_STEP;
    boolean isEnding = now.plus(TYPING).getEpochSecond() / SECONDS_PER_STEP > present;
    used = Math.max(used + 1, isEnding ? present : present - 1);
    if (used > present + 1) {
      throw new IllegalStateException("too many sign-ins of one account in half a minute");
    }
    return code(used);
  }

  private String code(long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hmac = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int number = ByteBuffer.wrap(hmac).getInt(hmac[hmac.length - 1] & 0xf) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }

  private static byte[] decoded(String base32) {
    ByteBuffer octets = ByteBuffer.allocate(base32.length() * 5 / 8);
    int bits = 0;
    int held = 0;
    for (int i = 0; i < base32.length(); i++) {
      held = held << 5 | BASE32.indexOf(base32.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        octets.put((byte) (held >> bits));
        held &= (1 << bits) - 1;
      }
    }
    return octets.array();
  }
}

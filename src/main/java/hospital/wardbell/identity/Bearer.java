package hospital.wardbell.identity;

import hospital.wardbell.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Names by chance that open something to whoever shows them: a session's cookie, an API token.
/// They are kept as a hash only; with 256 bits by chance in them a plain hash tells nothing.
///
/// @spec https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md#v7-2-3
///   OWASP ASVS 5.0.0 7.2.3
final class Bearer {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int OCTETS = 32;
  private static final int CSRF_OCTETS = 16;

  private Bearer() {}

  /// 43 characters that need no escaping in a cookie or a header.
  static String random() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets(OCTETS));
  }

  /// 32 hexadecimal digits.
  static String csrf() {
    return HexFormat.of().formatHex(octets(CSRF_OCTETS));
  }

  /// SHA-256, 32 octets.
  static byte[] hash(String bearer) {
    return Sha256.of(bearer.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] octets(int count) {
    byte[] octets = new byte[count];
    RANDOM.nextBytes(octets);
    return octets;
  }
}

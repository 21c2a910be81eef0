package hospital.wardbell.identity;

import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The code of a one-time link: seven groups of four of the characters of [FirstPassword], 140 bits
/// by chance, so that it may be typed from paper too. It is kept as a hash only.
final class LinkCode {
  private static final int GROUPS = 7;

  private LinkCode() {}

  static Secret random() {
    return Secret.copyOf(FirstPassword.random(GROUPS).toCharArray());
  }

  static byte[] hash(Secret code) {
    return code.lend(octets -> hash(new String(octets, StandardCharsets.UTF_8)));
  }

  /// However it was typed: capitals, spaces and hyphens do not count, and what is read for a one or
  /// a zero is one.
  static byte[] hash(String typed) {
    String normal =
        typed
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('i', '1')
            .replace('l', '1')
            .replace('o', '0');
    return Sha256.of(normal.getBytes(StandardCharsets.UTF_8));
  }
}

package hospital.wardbell.identity;

import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import java.nio.charset.StandardCharsets;

/// The code of a one-time link: seven groups of four of the characters of [TypedCode], 140 bits by
/// chance, so that it may be typed from paper too. It is kept as a hash only.
final class LinkCode {
  private static final int GROUPS = 7;

  private LinkCode() {}

  static Secret random() {
    return Secret.copyOf(TypedCode.random(GROUPS).toCharArray());
  }

  static byte[] hash(Secret code) {
    return code.lend(octets -> hash(new String(octets, StandardCharsets.UTF_8)));
  }

  /// However it was typed: capitals, spaces and hyphens do not count, and what is read for a one or
  /// a zero is one.
  static byte[] hash(String typed) {
    return Sha256.of(TypedCode.normal(typed).getBytes(StandardCharsets.UTF_8));
  }
}

package hospital.wardbell.identity;

/// Octets as the letters A to Z and the digits 2 to 7, five bits each, without padding.
///
/// @spec https://www.rfc-editor.org/rfc/rfc4648#section-6 RFC 4648 §6
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String encode(byte[] octets) {
    StringBuilder text = new StringBuilder((octets.length * 8 + 4) / 5);
    int bits = 0;
    int held = 0;
    for (byte octet : octets) {
      held = (held & 0x1f) << 8 | (octet & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt(held >> bits & 0x1f));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt(held << (5 - bits) & 0x1f));
    }
    return text.toString();
  }
}

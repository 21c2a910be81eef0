package hospital.wardbell.pdu;

/// UTF-16, high octet first. The standards say UCS2; every phone sends surrogate pairs in it.
///
/// @spec https://www.3gpp.org/dynareport/23038.htm#6.2.3 3GPP TS 23.038 §6.2.3
final class Ucs2 {
  private static final char REPLACEMENT = '\ufffd';

  private Ucs2() {}

  static byte[] encode(String text) {
    byte[] octets = new byte[2 * text.length()];
    for (int at = 0; at < text.length(); at++) {
      octets[2 * at] = (byte) (text.charAt(at) >> 8);
      octets[2 * at + 1] = (byte) text.charAt(at);
    }
    return octets;
  }

  /// The units as they stand; an odd last octet becomes the replacement character.
  static String decode(byte[] octets) {
    var text = new StringBuilder(octets.length / 2 + 1);
    for (int at = 0; at + 1 < octets.length; at += 2) {
      text.append((char) (octets[at] << 8 | Byte.toUnsignedInt(octets[at + 1])));
    }
    return (octets.length % 2 == 0 ? text : text.append(REPLACEMENT)).toString();
  }

  /// `text` with the replacement character for each lone surrogate. (The JDK's decoder would
  /// swallow the good character after a lone high one.)
  static String mend(CharSequence text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

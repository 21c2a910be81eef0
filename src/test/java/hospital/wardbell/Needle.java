package hospital.wardbell;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.Segments;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One way in which something that must not be seen could stand in a file.
///
/// @param what for the report
@SuppressWarnings("ArrayRecordComponent") // never compared
record Needle(String what, byte[] octets) {
  /// A text as it is typed, in each encoding, and as a PDU carries it.
  static List<Needle> ofText(String text) {
    List<Needle> needles = new ArrayList<>(ofWord(text));
    byte[] packed = Segments.of(text).userData(1, 0).octets();
    needles.addAll(inOctets("text in a PDU", packed));
    return needles;
  }

  /// A name or another word.
  static List<Needle> ofWord(String word) {
    List<Needle> needles = new ArrayList<>();
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE)) {
      if (charset.newEncoder().canEncode(word)) {
        needles.addAll(inOctets("\"" + word + "\" in " + charset, word.getBytes(charset)));
      }
    }
    return needles;
  }

  /// A number as people write it, as programs do, and as a PDU carries it.
  static List<Needle> ofNumber(PhoneNumber number) {
    String digits = number.e164().substring(1);
    String national = digits.substring(1);
    String area = national.substring(0, 3);
    String exchange = national.substring(3, 6);
    String line = national.substring(6);
    List<Needle> needles = new ArrayList<>();
    for (String written :
        List.of(
            national, // and with it all that have it in them
            area + "-" + exchange + "-" + line,
            "(" + area + ") " + exchange + "-" + line,
            area + "." + exchange + "." + line)) {
      needles.addAll(ofWord(written));
    }
    needles.addAll(inOctets(national + " in a PDU", swapped(digits)));
    return needles;
  }

  private static byte[] swapped(String digits) {
    String whole = digits.length() % 2 == 0 ? digits : digits + "F";
    StringBuilder pairs = new StringBuilder();
    for (int i = 0; i < whole.length(); i += 2) {
      pairs.append(whole.charAt(i + 1)).append(whole.charAt(i));
    }
    return HexFormat.of().parseHex(pairs);
  }

  /// The octets themselves, and what people write for octets.
  private static List<Needle> inOctets(String what, byte[] octets) {
    String hex = HexFormat.of().formatHex(octets);
    String coded = Base64.getEncoder().withoutPadding().encodeToString(octets);
    return Stream.of(
            new Needle(what, octets),
            new Needle(what + ", hexadecimal", ascii(hex)),
            new Needle(what + ", hexadecimal", ascii(hex.toUpperCase(Locale.ROOT))),
            new Needle(what + ", base 64", ascii(coded.substring(0, coded.length() - 1))))
        .toList();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  boolean isIn(byte[] haystack) {
    int last = haystack.length - octets.length;
    for (int at = 0; at <= last; at++) {
      if (haystack[at] == octets[0] && matches(haystack, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(byte[] haystack, int at) {
    for (int i = 1; i < octets.length; i++) {
      if (haystack[at + i] != octets[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return what;
  }
}

package hospital.wardbell;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.DataCoding;
import hospital.wardbell.pdu.Segments;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// One way in which something that must not be seen could stand in a file.
///
/// @param what for the report
@SuppressWarnings("ArrayRecordComponent") // each is equal to itself only
record Needle(String what, byte[] octets) {
  /// Packed, fewer characters are so few octets that they stand in any file by chance.
  private static final int TELLING = 8;

  /// A text as it is typed, in each encoding, and as a PDU carries it.
  static List<Needle> ofText(String text) {
    List<Needle> needles = new ArrayList<>(ofWord(text));
    needles.addAll(inOctets("\"" + text + "\" in a PDU", packed(text)));
    return needles;
  }

  /// Seven bits a character where the alphabet has them all, else sixteen.
  private static byte[] packed(String text) {
    return Segments.of(text).userData(1, 0).octets();
  }

  /// What of packed characters stands in whole octets, at each place of an octet they may begin.
  private static List<Needle> ofPacked(String text, int length) {
    List<Needle> needles = new ArrayList<>();
    BitSet bits = BitSet.valueOf(packed(text));
    for (int shift = 0; shift < Byte.SIZE; shift++) {
      BitSet moved = new BitSet();
      int from = shift;
      bits.stream().filter(bit -> bit < length).forEach(bit -> moved.set(bit + from));
      byte[] octets = Arrays.copyOf(moved.toByteArray(), (shift + length) / Byte.SIZE);
      byte[] whole = Arrays.copyOfRange(octets, shift == 0 ? 0 : 1, octets.length);
      needles.addAll(inOctets("\"" + text + "\" packed, from bit " + shift, whole));
    }
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
    Segments segments = Segments.of(word);
    if (segments.encoding() == DataCoding.Alphabet.GSM7 && segments.units() >= TELLING) {
      needles.addAll(ofPacked(word, segments.units() * 7));
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
    needles.addAll(inOctets(digits + " in a PDU", swapped(digits)));
    needles.addAll(inOctets(national + " in a PDU", swapped(national)));
    needles.addAll(inOctets(national + " in BCD", HexFormat.of().parseHex(national)));
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
    List<Needle> needles =
        new ArrayList<>(
            List.of(
                new Needle(what, octets),
                new Needle(what + ", hexadecimal", ascii(hex)),
                new Needle(what + ", hexadecimal", ascii(hex.toUpperCase(Locale.ROOT)))));
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      for (int before = 0; before < 3; before++) {
        needles.add(
            new Needle(
                what + ", base 64 behind " + before + " octets", coded(encoder, before, octets)));
      }
    }
    return needles;
  }

  /// The characters that come of these octets alone when so many others stand before them.
  private static byte[] coded(Base64.Encoder encoder, int before, byte[] octets) {
    byte[] all = new byte[before + octets.length];
    System.arraycopy(octets, 0, all, before, octets.length);
    String coded = encoder.withoutPadding().encodeToString(all);
    return ascii(coded.substring((before * 8 + 5) / 6, all.length * 8 / 6));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  boolean isAt(byte[] haystack, int at) {
    return Arrays.equals(
        haystack, at, Math.min(at + octets.length, haystack.length), octets, 0, octets.length);
  }

  @Override
  public String toString() {
    return what;
  }
}

package hospital.wardbell.pdu;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/// Digits two to an octet, the first in the low half; an odd one out is followed by a filler.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.1.2.3 3GPP TS 23.040 §9.1.2.3
final class SemiOctets {
  private static final String DIGITS = "0123456789*#abc";
  private static final int FILLER = 0x0f;
  private static final Pattern WRITABLE = Pattern.compile("[0-9*#a-c]*");

  private SemiOctets() {}

  static boolean canWrite(String digits) {
    return WRITABLE.matcher(digits).matches();
  }

  static int octets(int digits) {
    return (digits + 1) / 2;
  }

  /// @param count how many digits, a filler not counted
  static String read(Octets in, int count) {
    byte[] pairs = in.take(octets(count));
    var digits = new StringBuilder(count);
    for (int at = 0; at < count; at++) {
      digits.append(digit(half(pairs, at)));
    }
    return digits.toString();
  }

  /// The digits of whole octets, the last of which may hold a filler.
  static String readWhole(Octets in, int octets) {
    byte[] pairs = in.take(octets);
    boolean filled = octets > 0 && half(pairs, 2 * octets - 1) == FILLER;
    return read(new Octets(pairs), 2 * octets - (filled ? 1 : 0));
  }

  static void write(String digits, ByteArrayOutputStream out) {
    for (int at = 0; at < digits.length(); at += 2) {
      int high = at + 1 < digits.length() ? DIGITS.indexOf(digits.charAt(at + 1)) : FILLER;
      out.write(high << 4 | DIGITS.indexOf(digits.charAt(at)));
    }
  }

  /// A number of two decimal digits in one octet, the tens in the low half.
  static int readDecimal(int octet) {
    int tens = octet & 0x0f;
    int units = octet >> 4;
    if (tens > 9 || units > 9) {
      throw new MalformedPdu("a semi-octet above 9 where decimal digits are due");
    }
    return 10 * tens + units;
  }

  static int writeDecimal(int number) {
    return number % 10 << 4 | number / 10;
  }

  private static int half(byte[] pairs, int at) {
    return at % 2 == 0 ? pairs[at / 2] & 0x0f : pairs[at / 2] >> 4 & 0x0f;
  }

  private static char digit(int half) {
    if (half == FILLER) {
      throw new MalformedPdu("a filler stands between the digits of an address");
    }
    return DIGITS.charAt(half);
  }
}

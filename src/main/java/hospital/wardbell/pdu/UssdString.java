package hospital.wardbell.pdu;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words of a USSD dialogue as octets in hexadecimal digits, which is how some modems want and
/// give them.
///
/// Packed into seven bits, a text may leave a whole septet over in its last octet, which would read
/// as an `@`; a carriage return is put there instead.
///
/// @spec https://www.3gpp.org/dynareport/23038.htm#6.1.2.3 3GPP TS 23.038 §6.1.2.3 (USSD packing)
public final class UssdString {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final Pattern OCTETS = Pattern.compile("(?:[0-9A-Fa-f]{2})+");
  private static final Pattern UNITS = Pattern.compile("(?:[0-9A-Fa-f]{4})+");
  private static final byte CARRIAGE_RETURN = 0x0d;
  private static final int GROUP = 8; // septets that fill their octets

  private UssdString() {}

  /// @throws IllegalArgumentException if a character has no place in the default alphabet
  public static String packed(String text) {
    byte[] septets = Gsm7.DEFAULT.encode(text);
    int count = septets.length;
    boolean leavesOne = count % GROUP == GROUP - 1;
    boolean endsFull = count > 0 && count % GROUP == 0 && septets[count - 1] == CARRIAGE_RETURN;
    if (leavesOne || endsFull) {
      septets = Arrays.copyOf(septets, count + 1);
      septets[count] = CARRIAGE_RETURN;
    }
    byte[] octets = new byte[Septets.octets(septets.length)];
    Septets.pack(septets, octets, 0);
    return HEX.formatHex(octets);
  }

  /// Empty if `written` is no octets. What fills a last septet that is left over is taken off, also
  /// where a network put nothing there.
  public static Optional<String> ofPacked(String written) {
    if (!OCTETS.matcher(written).matches()) {
      return Optional.empty();
    }
    byte[] octets = HEX.parseHex(written);
    int count = Septets.whole(octets.length);
    byte[] septets = Septets.unpack(octets, 0, count);
    boolean filled =
        count % GROUP == 0 && (septets[count - 1] == CARRIAGE_RETURN || septets[count - 1] == 0);
    return Optional.of(Gsm7.DEFAULT.decode(filled ? Arrays.copyOf(septets, count - 1) : septets));
  }

  public static String ucs2(String text) {
    return HEX.formatHex(Ucs2.encode(text));
  }

  /// Empty if `written` is no units of sixteen bits.
  public static Optional<String> ofUcs2(String written) {
    return UNITS.matcher(written).matches()
        ? Optional.of(Ucs2.mend(Ucs2.decode(HEX.parseHex(written))))
        : Optional.empty();
  }
}

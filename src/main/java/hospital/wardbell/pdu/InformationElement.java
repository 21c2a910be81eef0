package hospital.wardbell.pdu;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// One element of a user data header.
///
/// @param identifier IEI, 0 to 255
/// @param hex its data as upper-case hexadecimal digits, 0 to 137 octets
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.24 3GPP TS 23.040 §9.2.3.24
public record InformationElement(int identifier, String hex) {
  static final int CONCATENATION_8 = 0x00;
  static final int WAITING = 0x01;
  static final int PORTS_8 = 0x04;
  static final int PORTS_16 = 0x05;
  static final int CONCATENATION_16 = 0x08;
  static final int SINGLE_SHIFT = 0x24;
  static final int LOCKING_SHIFT = 0x25;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final Pattern PAIRS = Pattern.compile("([0-9A-F]{2}){0,137}");

  public InformationElement {
    Rules.octet(identifier, "an information element's identifier");
    Rules.require(PAIRS.matcher(hex).matches(), "an information element is 0 to 137 octets");
  }

  static InformationElement of(int identifier, byte... octets) {
    return new InformationElement(identifier, HEX.formatHex(octets));
  }

  public byte[] octets() {
    return HexFormat.of().parseHex(hex);
  }

  /// How many octets it takes in a header.
  int size() {
    return 2 + hex.length() / 2;
  }

  /// Its data may be a text or a number, so only its length is shown.
  @Override
  public String toString() {
    return "%02X(%d)".formatted(identifier, hex.length() / 2);
  }
}

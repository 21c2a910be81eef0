package hospital.wardbell.pdu;

import java.util.HexFormat;

/// One element of a user data header.
///
/// @param identifier IEI, 0 to 255
/// @param hex its data as upper-case hexadecimal digits, 0 to 137 octets
public record InformationElement(int identifier, String hex) {
  public byte[] octets() {
    return HexFormat.of().parseHex(hex);
  }
}

package hospital.wardbell.pdu;

import java.util.Optional;

/// TP-DCS: which alphabet the user data is in, and what class the text has. All 256 octets have a
/// meaning; reserved ones are read as the default alphabet.
///
/// @param octet 0 to 255
/// @spec https://www.3gpp.org/dynareport/23038.htm#4 3GPP TS 23.038 §4
public record DataCoding(int octet) {
  public static final DataCoding GSM7 = new DataCoding(0x00);
  public static final DataCoding UCS2 = new DataCoding(0x08);

  /// How the user data is coded.
  public enum Alphabet {
    GSM7,
    OCTETS,
    UCS2
  }

  public DataCoding {
    Rules.octet(octet, "TP-DCS");
  }

  /// Compressed text counts as octets, whatever it was before: that is how its length is given, and
  /// we do not unfold it.
  public Alphabet alphabet() {
    return switch (octet >> 4) {
      case 0b0000, 0b0001, 0b0100, 0b0101 -> plain();
      case 0b0010, 0b0011, 0b0110, 0b0111 -> Alphabet.OCTETS;
      case 0b1110 -> Alphabet.UCS2;
      case 0b1111 -> (octet & 0x04) == 0 ? Alphabet.GSM7 : Alphabet.OCTETS;
      default -> Alphabet.GSM7;
    };
  }

  /// Whether the user data is compressed by TS 23.042, so that [UserData#text] cannot be read.
  public boolean isCompressed() {
    return (octet & 0b1010_0000) == 0b0010_0000;
  }

  /// 0 (shown at once and not kept) to 3, if the octet names one.
  public Optional<Integer> messageClass() {
    boolean named = octet >> 7 == 0 ? (octet & 0x10) != 0 : octet >> 4 == 0b1111;
    return named ? Optional.of(octet & 0x03) : Optional.empty();
  }

  private Alphabet plain() {
    return switch (octet >> 2 & 0x03) {
      case 1 -> Alphabet.OCTETS;
      case 2 -> Alphabet.UCS2;
      default -> Alphabet.GSM7;
    };
  }
}

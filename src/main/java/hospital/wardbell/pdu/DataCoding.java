package hospital.wardbell.pdu;

import java.util.Optional;

/// TP-DCS: which alphabet the user data is in, and what class the text has. All 256 octets have a
/// meaning; reserved ones are read as the default alphabet.
///
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

  public Alphabet alphabet() {
    throw new IllegalStateException("not built");
  }

  /// 0 (shown at once and not kept) to 3, if the octet names one.
  public Optional<Integer> messageClass() {
    throw new IllegalStateException("not built");
  }
}

package hospital.wardbell.pdu;

import java.util.stream.Stream;

/// The type of number in an address.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.1.2.5 3GPP TS 23.040 §9.1.2.5
public enum TypeOfNumber {
  UNKNOWN(0),
  INTERNATIONAL(1),
  NATIONAL(2),
  NETWORK_SPECIFIC(3),
  SUBSCRIBER(4),
  ALPHANUMERIC(5),
  ABBREVIATED(6),
  RESERVED(7);

  private final int bits;

  TypeOfNumber(int bits) {
    this.bits = bits;
  }

  static TypeOfNumber of(int bits) {
    return Stream.of(values()).filter(type -> type.bits == bits).findFirst().orElseThrow();
  }

  /// 0 to 7.
  int bits() {
    return bits;
  }
}

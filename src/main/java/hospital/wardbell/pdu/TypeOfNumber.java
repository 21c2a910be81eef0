package hospital.wardbell.pdu;

/// The type of number in an address, in the order of its three bits.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.1.2.5 3GPP TS 23.040 §9.1.2.5
public enum TypeOfNumber {
  UNKNOWN,
  INTERNATIONAL,
  NATIONAL,
  NETWORK_SPECIFIC,
  SUBSCRIBER,
  ALPHANUMERIC,
  ABBREVIATED,
  RESERVED
}

package hospital.wardbell.pdu;

import java.util.Optional;

/// TP-UD: an optional header and the coded text or octets behind it, 140 octets at most together.
///
/// @param units TP-UDL's count: septets with header for GSM7, else octets with header
/// @param octets TP-UD as on the wire, header included; treat as unchangeable
@SuppressWarnings("ArrayRecordComponent") // compared by content below
public record UserData(Udh header, int units, byte[] octets) {
  /// The text; shift tables named in the header are applied. For 8-bit data, Latin-1.
  ///
  /// @throws MalformedPdu if header and length contradict each other
  public String text(DataCoding coding) {
    throw new IllegalStateException("not built");
  }

  /// Which part of a longer text this is, if the header says so lawfully.
  public Optional<Concatenation> concatenation() {
    return header.concatenation();
  }

  @Override
  public String toString() {
    return "UserData[" + header + ", " + octets.length + " octets]";
  }
}

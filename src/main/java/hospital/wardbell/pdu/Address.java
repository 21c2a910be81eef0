package hospital.wardbell.pdu;

import hospital.wardbell.base.Remote;

/// TP-DA, TP-OA or TP-RA: type of number, numbering plan and value.
///
/// @param value digits (also `*#abc`, without a +), or the characters of an alphanumeric address
public record Address(TypeOfNumber type, int numberingPlan, String value) {
  /// The address of a remote; an E.164 number becomes international in the ISDN plan.
  public static Address of(Remote remote) {
    throw new IllegalStateException("not built");
  }

  /// The remote it names: international becomes a phone number where it has E.164's shape, an
  /// alphanumeric one a sender's name, everything else a short code.
  public Remote remote() {
    throw new IllegalStateException("not built");
  }

  @Override
  public String toString() {
    return type + " " + Remote.masked(value);
  }
}

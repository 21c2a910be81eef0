package hospital.wardbell.pdu;

import java.util.Optional;

/// The network's word that messages of another kind wait, such as a voicemail, or wait no more.
///
/// @param waits whether any does
/// @param kept whether the text that came with it is to be kept; else only the word itself counts
public record WaitingIndication(Kind kind, boolean waits, boolean kept) {
  /// What waits.
  public enum Kind {
    VOICEMAIL,
    FAX,
    EMAIL,
    OTHER
  }

  private static final int DISCARD = 0b1100;
  private static final int LAST_GROUP = 0b1110;
  private static final int ACTIVE = 0x08;
  private static final int KEEP = 0x80;
  private static final int KIND = 0x03;

  /// What a data coding says: groups C (discard), D (keep, default alphabet) and E (keep, UCS2).
  ///
  /// @spec https://www.3gpp.org/dynareport/23038.htm#4 3GPP TS 23.038 §4
  static Optional<WaitingIndication> in(DataCoding coding) {
    int group = coding.octet() >> 4;
    return group >= DISCARD && group <= LAST_GROUP
        ? Optional.of(
            new WaitingIndication(
                kind(coding.octet()), (coding.octet() & ACTIVE) != 0, group != DISCARD))
        : Optional.empty();
  }

  /// What an element of the header says, if it is a lawful one of this kind.
  ///
  /// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.24.2 3GPP TS 23.040 §9.2.3.24.2
  static Optional<WaitingIndication> in(InformationElement element) {
    byte[] octets = element.octets();
    return element.identifier() == InformationElement.WAITING && octets.length == 2
        ? Optional.of(
            new WaitingIndication(kind(octets[0]), octets[1] != 0, (octets[0] & KEEP) != 0))
        : Optional.empty();
  }

  private static Kind kind(int octet) {
    return Kind.values()[octet & KIND];
  }
}

package hospital.wardbell.pdu;

/// TP-ST, an octet that says what became of a text.
///
/// @param octet 0 to 255
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.15 3GPP TS 23.040 §9.2.3.15
public record Status(int octet) {
  /// The four groups of the octet's values; reserved ones fall into the group they lie in.
  public enum Group {
    /// 00 to 1F: done; 00 received by the phone, 01 forwarded without confirmation, 02 replaced.
    DONE,
    /// 20 to 3F: the service centre is still trying.
    TRYING,
    /// 40 to 5F: given up; the service centre makes no more attempts.
    PERMANENT,
    /// 60 to 7F: temporary, and the service centre has stopped trying.
    STOPPED
  }

  private static final int UNCONFIRMED = 0x01;
  private static final int REPLACED = 0x02;

  public Status {
    Rules.octet(octet, "TP-ST");
  }

  /// Whether it says that the phone has the text. Done alone does not: it may have been forwarded
  /// without an answer, or replaced by another text.
  public boolean provesReceipt() {
    return group() == Group.DONE && octet != UNCONFIRMED && octet != REPLACED;
  }

  /// 80 to FF are reserved as a whole and count as 63, service rejected.
  public Group group() {
    return switch (octet >> 5) {
      case 0 -> Group.DONE;
      case 1 -> Group.TRYING;
      case 2 -> Group.PERMANENT;
      default -> Group.STOPPED;
    };
  }
}

package hospital.wardbell.pdu;

/// The octets are no PDU of the kind that was asked for. The message names the field and the octet,
/// never the text or a number.
public final class MalformedPdu extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedPdu(String message) {
    super(message);
  }
}

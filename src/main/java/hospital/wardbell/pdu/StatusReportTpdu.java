package hospital.wardbell.pdu;

import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;

/// SMS-STATUS-REPORT: what became of a text that was submitted. What may follow TP-ST (parameter
/// indicator, a text of the service centre's) is read over and never written.
///
/// @param messageReference TP-MR of the SUBMIT it speaks of, 0 to 255
/// @param timestamp TP-SCTS, when the service centre took that SUBMIT in
/// @param discharge TP-DT, when it was delivered or last tried
/// @param forCommand whether it answers a COMMAND and no SUBMIT
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.2.3 3GPP TS 23.040 §9.2.2.3
public record StatusReportTpdu(
    int messageReference,
    Address recipient,
    OffsetDateTime timestamp,
    OffsetDateTime discharge,
    Status status,
    boolean moreToSend,
    boolean forCommand)
    implements Tpdu {
  public StatusReportTpdu {
    Rules.octet(messageReference, "TP-MR");
    timestamp = Scts.writable(timestamp, "TP-SCTS");
    discharge = Scts.writable(discharge, "TP-DT");
  }

  static StatusReportTpdu read(FirstOctet first, Octets in) {
    return new StatusReportTpdu(
        in.next(),
        Address.read(in),
        Scts.read(in),
        Scts.read(in),
        new Status(in.next()),
        !first.has(FirstOctet.NO_MORE_TO_SEND),
        first.has(FirstOctet.STATUS));
  }

  void write(ByteArrayOutputStream out) {
    var first =
        new FirstOctet(FirstOctet.STATUS_REPORT)
            .with(FirstOctet.NO_MORE_TO_SEND, !moreToSend)
            .with(FirstOctet.STATUS, forCommand);
    out.write(first.value());
    out.write(messageReference);
    recipient.write(out);
    Scts.write(timestamp, out);
    Scts.write(discharge, out);
    out.write(status.octet());
  }
}

package hospital.wardbell.pdu;

import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.util.Optional;

/// SMS-DELIVER: a text from the network.
///
/// @param protocol TP-PID, 0 to 255
/// @param timestamp TP-SCTS, when the service centre took it in; to the second
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.2.1 3GPP TS 23.040 §9.2.2.1
public record DeliverTpdu(
    Address originator,
    int protocol,
    DataCoding coding,
    OffsetDateTime timestamp,
    boolean moreToSend,
    boolean statusReportFollows,
    boolean replyPath,
    UserData userData)
    implements Tpdu {
  public DeliverTpdu {
    Rules.octet(protocol, "TP-PID");
    timestamp = Scts.writable(timestamp, "TP-SCTS");
    userData.check(coding);
  }

  static DeliverTpdu read(FirstOctet first, Octets in) {
    Address originator = Address.read(in);
    int protocol = in.next();
    var coding = new DataCoding(in.next());
    return new DeliverTpdu(
        originator,
        protocol,
        coding,
        Scts.read(in),
        !first.has(FirstOctet.NO_MORE_TO_SEND),
        first.has(FirstOctet.STATUS),
        first.has(FirstOctet.REPLY_PATH),
        UserData.read(in, coding, first.has(FirstOctet.HEADER)));
  }

  /// What it says that waits for the subscriber, in its header or else in its coding.
  public Optional<WaitingIndication> indication() {
    return userData.header().indication().or(() -> WaitingIndication.in(coding));
  }

  void write(ByteArrayOutputStream out) {
    var first =
        new FirstOctet(FirstOctet.DELIVER)
            .with(FirstOctet.NO_MORE_TO_SEND, !moreToSend)
            .with(FirstOctet.STATUS, statusReportFollows)
            .with(FirstOctet.HEADER, !userData.header().isEmpty())
            .with(FirstOctet.REPLY_PATH, replyPath);
    out.write(first.value());
    originator.write(out);
    out.write(protocol);
    out.write(coding.octet());
    Scts.write(timestamp, out);
    userData.write(out);
  }
}

package hospital.wardbell.pdu;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// SMS-SUBMIT: a text on its way to the network.
///
/// @param messageReference TP-MR, 0 to 255; most modems overwrite it and say theirs in `+CMGS`
/// @param protocol TP-PID, 0 to 255
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.2.2 3GPP TS 23.040 §9.2.2.2
public record SubmitTpdu(
    int messageReference,
    Address destination,
    int protocol,
    DataCoding coding,
    Optional<Validity> validity,
    boolean rejectDuplicates,
    boolean statusReport,
    boolean replyPath,
    UserData userData)
    implements Tpdu {
  public SubmitTpdu {
    Rules.octet(messageReference, "TP-MR");
    Rules.octet(protocol, "TP-PID");
    userData.check(coding);
  }

  static SubmitTpdu read(FirstOctet first, Octets in) {
    int messageReference = in.next();
    Address destination = Address.read(in);
    int protocol = in.next();
    var coding = new DataCoding(in.next());
    return new SubmitTpdu(
        messageReference,
        destination,
        protocol,
        coding,
        first.validityFormat().read(in),
        first.has(FirstOctet.REJECT_DUPLICATES),
        first.has(FirstOctet.STATUS),
        first.has(FirstOctet.REPLY_PATH),
        UserData.read(in, coding, first.has(FirstOctet.HEADER)));
  }

  void write(ByteArrayOutputStream out) {
    var first =
        new FirstOctet(FirstOctet.SUBMIT)
            .with(FirstOctet.REJECT_DUPLICATES, rejectDuplicates)
            .with(ValidityFormat.of(validity))
            .with(FirstOctet.STATUS, statusReport)
            .with(FirstOctet.HEADER, !userData.header().isEmpty())
            .with(FirstOctet.REPLY_PATH, replyPath);
    out.write(first.value());
    out.write(messageReference);
    destination.write(out);
    out.write(protocol);
    out.write(coding.octet());
    validity.ifPresent(v -> ValidityFormat.write(v, out));
    userData.write(out);
  }
}

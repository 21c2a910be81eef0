package hospital.wardbell.pdu;

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
    implements Tpdu {}

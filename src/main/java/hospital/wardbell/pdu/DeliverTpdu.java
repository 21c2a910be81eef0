package hospital.wardbell.pdu;

import java.time.OffsetDateTime;

/// SMS-DELIVER: a text from the network.
///
/// @param protocol TP-PID, 0 to 255
/// @param timestamp TP-SCTS, when the service centre took it in
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
    implements Tpdu {}

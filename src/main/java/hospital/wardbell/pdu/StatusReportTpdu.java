package hospital.wardbell.pdu;

import java.time.OffsetDateTime;

/// SMS-STATUS-REPORT: what became of a text that was submitted.
///
/// @param messageReference TP-MR of the SUBMIT it speaks of, 0 to 255
/// @param timestamp TP-SCTS, when the service centre took that SUBMIT in
/// @param discharge TP-DT, when it was delivered or last tried
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.2.3 3GPP TS 23.040 §9.2.2.3
public record StatusReportTpdu(
    int messageReference,
    Address recipient,
    OffsetDateTime timestamp,
    OffsetDateTime discharge,
    Status status,
    boolean moreToSend,
    boolean forCommand)
    implements Tpdu {}

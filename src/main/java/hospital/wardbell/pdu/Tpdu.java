package hospital.wardbell.pdu;

/// A transfer layer PDU that Wardbell writes or reads.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.2 3GPP TS 23.040 §9.2.2
public sealed interface Tpdu permits SubmitTpdu, DeliverTpdu, StatusReportTpdu {}

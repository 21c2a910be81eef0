package hospital.wardbell.pdu;

/// Application ports: the text is for a program, not for a person.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.24.3 3GPP TS 23.040 §9.2.3.24.3
public record Ports(int destination, int source) {}

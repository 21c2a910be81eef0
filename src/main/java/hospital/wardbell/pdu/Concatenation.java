package hospital.wardbell.pdu;

/// Which part of a longer text this is. A reference of 0 is lawful.
///
/// @param reference 0 to 255, or to 65535 if `wide`
/// @param total 1 to 255
/// @param number 1 to `total`
/// @param wide whether the reference has 16 bits
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.24.1 3GPP TS 23.040 §9.2.3.24.1
public record Concatenation(int reference, int total, int number, boolean wide) {}

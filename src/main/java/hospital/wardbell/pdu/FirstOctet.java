package hospital.wardbell.pdu;

/// The first octet of a TPDU: its type in two bits, and flags.
///
/// @param value 0 to 255
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.1 3GPP TS 23.040 §9.2.3.1
record FirstOctet(int value) {
  static final int DELIVER = 0;
  static final int SUBMIT = 1;
  static final int STATUS_REPORT = 2;

  /// TP-RD, in a SUBMIT.
  static final int REJECT_DUPLICATES = 0x04;

  /// TP-MMS, in a DELIVER or STATUS-REPORT; it is 0 if there are more.
  static final int NO_MORE_TO_SEND = 0x04;

  /// TP-SRR in a SUBMIT, TP-SRI in a DELIVER, TP-SRQ in a STATUS-REPORT.
  static final int STATUS = 0x20;

  /// TP-UDHI.
  static final int HEADER = 0x40;

  /// TP-RP.
  static final int REPLY_PATH = 0x80;

  private static final int TYPE = 0x03;
  private static final int VALIDITY_FORMAT = 3;

  int type() {
    return value & TYPE;
  }

  boolean has(int flag) {
    return (value & flag) != 0;
  }

  FirstOctet with(int flag, boolean set) {
    return new FirstOctet(set ? value | flag : value);
  }

  /// TP-VPF, in a SUBMIT.
  ValidityFormat validityFormat() {
    return ValidityFormat.of(value >> VALIDITY_FORMAT & 0x03);
  }

  FirstOctet with(ValidityFormat format) {
    return new FirstOctet(value | format.bits() << VALIDITY_FORMAT);
  }
}

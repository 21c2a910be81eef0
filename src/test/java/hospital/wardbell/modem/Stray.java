package hospital.wardbell.modem;

/// What a modem may say unasked.
enum Stray {
  RING("RING"),
  ANNOUNCED("+CMTI: \"ME\",3"),
  REGISTERED("+CREG: 1"),
  MESSAGE("+CMT: ,"),
  REPORT("+CDS: "),
  SIGNAL("^HCSQ:\"LTE\",50,40,120,20"),
  VOLTAGE("OVER-VOLTAGE WARNNING"),
  RESTART("RDY");

  private final String line;

  Stray(String line) {
    this.line = line;
  }

  /// The line, or how it opens if a PDU goes with it.
  String line() {
    return line;
  }

  boolean hasPdu() {
    return this == MESSAGE || this == REPORT;
  }
}

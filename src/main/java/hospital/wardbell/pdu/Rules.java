package hospital.wardbell.pdu;

/// Bounds that several records check when they are made. What is refused is not repeated in the
/// message.
final class Rules {
  private Rules() {}

  static void octet(int value, String field) {
    between(0, value, 255, field);
  }

  static void between(int least, int value, int most, String field) {
    require(value >= least && value <= most, field + " is out of its bounds");
  }

  static void require(boolean kept, String otherwise) {
    if (!kept) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

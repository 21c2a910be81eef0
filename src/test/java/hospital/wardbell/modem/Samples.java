package hospital.wardbell.modem;

/// PDUs for tests, each with a number of its own from 0 to 99.
final class Samples {
  private Samples() {}

  static String message(int number) {
    return "07912160130300F4040B912120550121F3000072103000000000024F%02d".formatted(number);
  }

  static String report(int number) {
    return "0006%02d0B912120550121F372103000000000721030000000000000".formatted(number);
  }

  static String submit(int number) {
    return "0011000B912120550121F30000A702C8%02d".formatted(number);
  }
}

package hospital.wardbell.modem;

import java.util.List;
import java.util.regex.Pattern;

/// A line that the modem sent unasked, and the line after it where its kind has one.
///
/// @param body the PDU that follows `+CMT:` or `+CDS:`; empty for all others
record Urc(String line, String body) {
  /// How an unsolicited line may open: a coded name, or one of the words modems are known to say.
  static final Pattern OPENING =
      Pattern.compile(
          "[+^*#$%&_][A-Z].*|RING|RDY|NO CARRIER|NO ANSWER|BUSY|NORMAL POWER DOWN"
              + "|Call Ready|SMS Ready|SMS DONE|PB DONE|(UNDER|OVER)-VOLTAGE.*");

  private static final List<String> WITH_BODY = List.of("+CMT:", "+CDS:", "+CBM:");

  static boolean opens(String line) {
    return OPENING.matcher(line).matches();
  }

  static boolean hasBody(String line) {
    return WITH_BODY.stream().anyMatch(line::startsWith);
  }

  /// `+CMTI` of `+CMTI: "SM",3`.
  String name() {
    return Fields.name(line);
  }

  @Override
  public String toString() {
    return Redaction.of(line) + (body.isEmpty() ? "" : " " + Redaction.of(body));
  }
}

package hospital.wardbell.modem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the network said by USSD.
///
/// @param stage `<m>`; -1 if the line names none
/// @param text empty if there is none; ` […]` at its end says that the rest was lost
/// @spec https://www.3gpp.org/dynareport/27007.htm#7.15 3GPP TS 27.007 §7.15 (+CUSD)
record UssdReply(int stage, String text) {
  static final String NAME = "+CUSD";

  private static final int WANTS_MORE = 1;
  private static final int ENDED = 2;
  private static final int NOT_SUPPORTED = 4;
  private static final int TIMED_OUT = 5;
  private static final int NO_SCHEME = -1;
  private static final String CUT = " […]";
  private static final Pattern LINE =
      Pattern.compile(
          "\\+CUSD: *(?<stage>\\d)?(?: *, *\"(?<text>.*?)(?<end>\"(?: *, *(?<scheme>\\d{1,3})?)?)?)? *",
          Pattern.DOTALL);

  /// @param line with all the lines that its text goes over
  static UssdReply of(String line, UssdCoding coding) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches() || parts.group("stage") == null) {
      return new UssdReply(-1, "");
    }
    int stage = Integer.parseInt(parts.group("stage"));
    String written = parts.group("text");
    if (written == null) {
      return new UssdReply(stage, "");
    }
    String scheme = parts.group("scheme");
    String text = coding.read(written, scheme == null ? NO_SCHEME : Integer.parseInt(scheme));
    return new UssdReply(stage, parts.group("end") == null ? text + CUT : text);
  }

  /// Whether `line` opens a text that goes on in the next line.
  static boolean isOpen(String line) {
    Matcher parts = LINE.matcher(line);
    return parts.matches() && parts.group("text") != null && parts.group("end") == null;
  }

  boolean wantsMore() {
    return stage == WANTS_MORE;
  }

  ErrandOutcome outcome() {
    if (!text.isEmpty()) {
      return new ErrandOutcome.Told(text);
    }
    return new ErrandOutcome.Untold(
        switch (stage) {
          case ENDED -> "the network ended the dialogue without a word";
          case NOT_SUPPORTED -> "the network does not know the code";
          case TIMED_OUT -> "the network took too long over the code";
          default -> "the network answered the code without words";
        });
  }

  @Override
  public String toString() {
    return "UssdReply[" + stage + ", " + text.length() + " characters]";
  }
}

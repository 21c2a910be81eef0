package hospital.wardbell.modem;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One command line: its text, how long its answer may take, and which lines belong to the answer.
///
/// `toString` is for the log: it shows no PIN, no TPDU and no number.
///
/// @param answer matches the first line of each piece of information in the answer
/// @param prompts whether the answer is a prompt for a TPDU
record AtCommand(String text, String ending, Duration patience, Pattern answer, boolean prompts) {
  private static final Duration USUAL = Duration.ofSeconds(5);

  private static final String CR = "\r";
  private static final String CTRL_Z = "\u001a";
  private static final Pattern NAME = Pattern.compile("AT([+^*#$%&_][A-Z0-9]+).*");
  private static final Pattern NO_LINE = Pattern.compile("(?!)");

  /// A command whose information lines begin with its own name, as `+CSQ:` for `AT+CSQ`.
  static AtCommand of(String text) {
    return of(text, USUAL);
  }

  static AtCommand of(String text, Duration patience) {
    Matcher name = NAME.matcher(text);
    Pattern answer =
        name.matches() ? Pattern.compile(Pattern.quote(name.group(1) + ":") + ".*") : NO_LINE;
    return new AtCommand(text, CR, patience, answer, false);
  }

  /// A command that may answer with any line, such as the maker's name.
  static AtCommand free(String text) {
    Matcher name = NAME.matcher(text);
    String own = name.matches() ? Pattern.quote(name.group(1) + ":") + ".*|" : "";
    Pattern answer = Pattern.compile(own + "(?!" + Urc.OPENING.pattern() + ").+");
    return new AtCommand(text, CR, USUAL, answer, false);
  }

  /// Asks where the modem is registered. Its answer has two leading numbers where the unsolicited
  /// line of the same name has one.
  ///
  /// @param name `+CREG`, `+CGREG` or `+CEREG`
  /// @spec https://www.3gpp.org/dynareport/27007.htm#7.2 3GPP TS 27.007 §7.2
  static AtCommand registration(String name) {
    Pattern answer = Pattern.compile(Pattern.quote(name + ":") + " *\\d+ *, *\\d+(,.*)?");
    return new AtCommand("AT" + name + "?", CR, USUAL, answer, false);
  }

  /// 27.005 gives no limit to the prompt; one that takes longer than `patience` never comes.
  ///
  /// @param tpduOctets length of the TPDU alone, without the service-centre address
  static AtCommand cmgs(int tpduOctets, Duration patience) {
    return new AtCommand("AT+CMGS=" + tpduOctets, CR, patience, NO_LINE, true);
  }

  /// Asks the network; its answer is unsolicited, also where it comes before the `OK`.
  ///
  /// @param code as the modem wants it written
  /// @param scheme how it is coded
  /// @spec https://www.3gpp.org/dynareport/27007.htm#7.15 3GPP TS 27.007 §7.15 (+CUSD)
  static AtCommand ussd(String code, int scheme, Duration patience) {
    String text = "AT+CUSD=1,\"%s\",%d".formatted(code, scheme);
    return new AtCommand(text, CR, patience, NO_LINE, false);
  }

  /// What follows the prompt.
  static AtCommand payload(String hex, Duration patience) {
    return new AtCommand(hex, CTRL_Z, patience, Pattern.compile("\\+CMGS:.*"), false);
  }

  /// Whether it asks for something, so that its answer has a line of information.
  boolean asks() {
    return text.endsWith("?");
  }

  /// All that is written, in one piece.
  String characters() {
    return text + ending;
  }

  @Override
  public String toString() {
    return Redaction.of(text);
  }
}

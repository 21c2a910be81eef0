package hospital.wardbell.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Divides a command line into its commands: basic ones follow each other directly, extended ones
/// end with `;` or with the line.
///
/// @spec https://www.itu.int/rec/T-REC-V.250#5.2.1 ITU-T V.250 §5.2.1 (command line)
final class CommandLine {
  private static final String OPENS_EXTENDED = "+^$*%#";

  private final String text;
  private int at;

  private CommandLine(String text) {
    this.text = text;
  }

  /// Whether the modem takes notice at all: what stands before `AT` is noise.
  static boolean isAddressedToModem(String line) {
    return line.toUpperCase(Locale.ROOT).contains("AT");
  }

  /// @param line all that came before the carriage return, `AT` and noise before it included
  static List<AtCommand> divide(String line) {
    int begins = line.toUpperCase(Locale.ROOT).indexOf("AT") + 2;
    return new CommandLine(line.substring(begins).strip()).all();
  }

  private List<AtCommand> all() {
    List<AtCommand> commands = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == ';') {
        at++;
      } else if (OPENS_EXTENDED.indexOf(c) >= 0) {
        commands.add(AtCommand.extended(upToSemicolon()));
      } else {
        commands.add(basic());
      }
    }
    return commands;
  }

  private String upToSemicolon() {
    int begins = at;
    boolean quoted = false;
    while (at < text.length() && (quoted || text.charAt(at) != ';')) {
      quoted ^= text.charAt(at) == '"';
      at++;
    }
    return text.substring(begins, at).strip();
  }

  private AtCommand basic() {
    int begins = at;
    at += text.charAt(at) == '&' && at + 1 < text.length() ? 2 : 1;
    int number = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    String name = text.substring(begins, number);
    if (name.equalsIgnoreCase("D") || name.equalsIgnoreCase("S")) {
      return AtCommand.basic(name, upToSemicolon());
    }
    return AtCommand.basic(name, text.substring(number, at));
  }
}

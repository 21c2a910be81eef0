package hospital.wardbell.modem;

import java.util.Set;
import java.util.regex.Pattern;

/// AT traffic as logs and traces may show it: no text, no telephone number, no name, no PIN, no
/// code, no PDU.
///
/// Only what is known to be harmless is shown: commands and coded lines with their strings, words
/// and longer digit runs masked. Of anything else only the length is.
final class Redaction {
  private static final Pattern COMMAND = Pattern.compile("AT(?:(?:[EQVI]\\d?)*|[+^*#$%&_][A-Z].*)");
  private static final Pattern CODED = Pattern.compile("[+^*#$%&_][A-Z][A-Z0-9]*(?:[:=? ].*)?");
  private static final Pattern PLAIN = Pattern.compile("OK|ERROR|RING|RDY");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"?");
  private static final Set<String> STORES = Set.of("SM", "ME", "MT", "SR", "BM", "SIM PIN");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\d'’.-]+");
  private static final Set<String> WORDS =
      Set.of(
          "ERROR", "READY", "SIM", "PIN", "PIN2", "PUK", "PUK2", "SMS", "PB", "DONE", "SM", "ME",
          "MT", "SR", "BM", "VOICE");
  private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{5,}");
  private static final Pattern SECRET =
      Pattern.compile("(AT\\+CPIN=|AT\\+CUSD=|\\+CUSD: ?\\d?).*", Pattern.DOTALL);
  private static final String MASK = "…";

  private Redaction() {}

  static String of(String line) {
    if (PLAIN.matcher(line).matches()) {
      return line;
    }
    boolean command = COMMAND.matcher(line).matches();
    if (!command && !CODED.matcher(line).matches()) {
      return lengthOf(line);
    }
    String masked = SECRET.matcher(line).replaceFirst("$1" + MASK);
    masked =
        QUOTED
            .matcher(masked)
            .replaceAll(quoted -> STORES.contains(quoted.group(1)) ? "$0" : "\"" + MASK + "\"");
    masked = DIGITS.matcher(masked).replaceAll(MASK);
    return command ? masked : worded(masked);
  }

  /// What is written in one piece: a command with its ending, a TPDU, or an ESC.
  static String ofWritten(String characters) {
    return characters.equals("\u001b") ? "ESC" : of(characters.replaceAll("[\r\u001a]$", ""));
  }

  private static String lengthOf(String line) {
    return "<" + line.length() + " characters>";
  }

  /// Masks the words behind the name: an answer's strings need not be in quotes.
  private static String worded(String line) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      return line.contains(" ") ? lengthOf(line) : line;
    }
    String rest =
        WORD.matcher(line.substring(colon))
            .replaceAll(word -> WORDS.contains(word.group()) ? "$0" : MASK);
    return line.substring(0, colon) + rest;
  }
}

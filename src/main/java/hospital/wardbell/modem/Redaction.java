package hospital.wardbell.modem;

import java.util.Set;
import java.util.regex.Pattern;

/// AT traffic as the log may show it: no text, no telephone number, no PIN, no PDU.
///
/// Only what is known to be harmless is shown: commands and coded lines with their strings and
/// longer digit runs masked. Of anything else only the length is.
final class Redaction {
  private static final Pattern CODED = Pattern.compile("(AT|[+^*#$%&_][A-Z]).*|OK|ERROR|RING|RDY");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"?");
  private static final Set<String> STORES = Set.of("SM", "ME", "MT", "SR", "BM", "SIM PIN");
  private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{5,}");
  private static final Pattern PIN = Pattern.compile("(AT\\+CPIN=).*");

  private Redaction() {}

  static String of(String line) {
    if (!CODED.matcher(line).matches()) {
      return "<" + line.length() + " characters>";
    }
    String masked = PIN.matcher(line).replaceAll("$1…");
    masked =
        QUOTED
            .matcher(masked)
            .replaceAll(quoted -> STORES.contains(quoted.group(1)) ? "$0" : "\"…\"");
    return DIGITS.matcher(masked).replaceAll("…");
  }
}

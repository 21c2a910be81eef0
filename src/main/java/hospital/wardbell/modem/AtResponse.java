package hospital.wardbell.modem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the modem answered to one command line, echo and unsolicited lines taken out.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#3.2.5 3GPP TS 27.005 §3.2.5 (+CMS ERROR)
sealed interface AtResponse {
  /// @param lines information lines, in order
  record Ok(List<String> lines) implements AtResponse {}

  /// The modem waits for a TPDU.
  record Prompt() implements AtResponse {}

  /// @param code -1 for a bare ERROR, or one that names no number
  record Refused(Family family, int code) implements AtResponse {}

  /// No final line within the command's patience. Whether it took effect is unknown.
  ///
  /// @param lines information lines that came all the same
  record Silence(Duration waited, List<String> lines) implements AtResponse {}

  /// Which standard numbers an error.
  enum Family {
    /// A bare ERROR.
    NONE,
    /// @spec https://www.3gpp.org/dynareport/27007.htm#9.2 3GPP TS 27.007 §9.2
    CME,
    /// @spec https://www.3gpp.org/dynareport/27005.htm#3.2.5 3GPP TS 27.005 §3.2.5
    CMS
  }

  /// The information lines, whether or not a final line followed them.
  default List<String> information() {
    return switch (this) {
      case Ok(var lines) -> lines;
      case Silence(_, var lines) -> lines;
      case Prompt _, Refused _ -> List.of();
    };
  }

  /// What a whole line means as a final result, if it is one.
  static Optional<AtResponse> ending(String line, List<String> lines) {
    if (line.equals("OK")) {
      return Optional.of(new Ok(List.copyOf(lines)));
    }
    if (line.equals("ERROR") || line.equals("COMMAND NOT SUPPORT")) {
      return Optional.of(new Refused(Family.NONE, -1));
    }
    Matcher error = Numbered.ERROR.matcher(line);
    if (error.matches()) {
      String digits = error.group(2);
      int code = digits == null ? -1 : Integer.parseInt(digits);
      return Optional.of(new Refused(Family.valueOf(error.group(1)), code));
    }
    return Optional.empty();
  }

  /// The two numbered errors; their text form has no number.
  final class Numbered {
    private static final Pattern ERROR = Pattern.compile("\\+(CME|CMS) ERROR:(?: *(\\d{1,4})|.*)");

    private Numbered() {}
  }
}

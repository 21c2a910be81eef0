package hospital.wardbell.base;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A code that a network answers with words, such as a prepaid card's balance: as one would dial
/// it, such as `*100#`.
///
/// Such codes can also forward calls, bar them or change PINs. Those begin with two signs, or with
/// the number of a supplementary service, and are none of these: a `*` or `#`, digits from 1 to 9
/// first, a `#` at the end, 20 characters at most.
///
/// @spec https://www.3gpp.org/dynareport/22030.htm#6.5.2 3GPP TS 22.030 §6.5.2 and Annex B
public record NetworkCode(String digits) {
  private static final int LONGEST = 20;
  private static final Pattern CODE = Pattern.compile("[*#]([1-9][0-9]*)([*#][0-9*#]*)?#");
  private static final Set<String> SERVICES =
      Set.of(
          "21", "214", "30", "31", "300", "33", "330", "331", "332", "333", "35", "351", "353",
          "360", "361", "362", "363", "37", "43", "59", "591", "592", "593", "594", "61", "62",
          "66", "67", "75", "750", "751", "752", "753", "754", "76", "77", "96");

  /// @throws IllegalArgumentException if it is no such code; says what one is
  public NetworkCode {
    Matcher parts = CODE.matcher(digits);
    if (digits.length() > LONGEST || !parts.matches()) {
      throw new IllegalArgumentException(
          "A network code is * or #, then digits, and a # at the end, such as *100#; at most 20"
              + " characters.");
    }
    if (SERVICES.contains(parts.group(1))) {
      throw new IllegalArgumentException(
          "That code changes how calls are forwarded, barred or shown; it is never sent.");
    }
  }

  @Override
  public String toString() {
    return "NetworkCode of " + digits.length() + " characters";
  }
}

package hospital.wardbell.base;

import java.util.regex.Pattern;

/// A telephone number in E.164 form: `+`, country code, national number, 7 to 15 digits in all.
///
/// `toString` shows the last two digits only, so a number never reaches a log by accident; ask for
/// [#e164] where the digits are truly needed.
///
/// @spec https://www.itu.int/rec/T-REC-E.164#6.2.1 ITU-T E.164 §6.2.1
public record PhoneNumber(String e164) implements Remote {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /// @throws IllegalArgumentException if `e164` is not in E.164 form; the message holds no digits
  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("a phone number is + and 7 to 15 digits");
    }
  }

  @Override
  public String canonical() {
    return e164;
  }

  /// The last four digits, for telling two numbers apart on a page.
  public String tail() {
    return e164.substring(e164.length() - 4);
  }

  @Override
  public String toString() {
    return "+" + Remote.masked(e164);
  }
}

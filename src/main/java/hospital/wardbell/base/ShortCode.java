package hospital.wardbell.base;

import java.util.regex.Pattern;

/// A number that is not in E.164 form: a carrier's or campaign's short code, or a national number
/// whose country is not known. 1 to 20 of the digits, `*` and `#`. Never texted.
public record ShortCode(String digits) implements Remote {
  static final String PREFIX = "short:";
  private static final Pattern DIGITS = Pattern.compile("[0-9*#a-c]{1,20}");

  public ShortCode {
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException("a short code is 1 to 20 digits");
    }
  }

  @Override
  public String canonical() {
    return PREFIX + digits;
  }

  @Override
  public String toString() {
    return PREFIX + Remote.masked(digits);
  }
}

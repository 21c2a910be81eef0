package hospital.wardbell.base;

/// A sender that shows a name where a number would stand, such as a bank's. 0 to 11 characters; a
/// sender may also withhold everything, which is the empty name. Never texted.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.1.2.5 3GPP TS 23.040 §9.1.2.5
public record SenderName(String name) implements Remote {
  static final String PREFIX = "name:";

  public SenderName {
    if (name.length() > 11) {
      throw new IllegalArgumentException("a sender's name has at most 11 characters");
    }
  }

  @Override
  public String canonical() {
    return PREFIX + name;
  }

  @Override
  public String toString() {
    return PREFIX + Remote.masked(name);
  }
}

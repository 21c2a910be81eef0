package hospital.wardbell.directory;

/// Somebody of whom what the directory says was not done, or not wholly.
///
/// @param login as the directory has it, shortened; empty if there is none
public record PassedOver(String login, Why why) {
  /// Why.
  public enum Why {
    /// The groups give roles that one person may not have together.
    APART("is in groups whose roles one person may not have together; has none of them"),
    LOGIN("has no login that is one here"),
    NAME("has no name, or one that is too long"),
    /// Somebody has the login whose password is kept here.
    TAKEN("has the login of an account that is Wardbell's own"),
    DOUBLE("shares the login with somebody else in the directory"),
    /// Is known here by a former login, which stays.
    RENAMED("signs in here with the former login still"),
    /// Fewer than two administrators would be left.
    LAST("stays: fewer than two administrators would be left");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  private static final int LONGEST = 64;

  /// Without what could be no part of a line.
  public PassedOver {
    login = login.replaceAll("\\p{Cntrl}", "?");
    login = login.substring(0, Math.min(LONGEST, login.length()));
  }
}

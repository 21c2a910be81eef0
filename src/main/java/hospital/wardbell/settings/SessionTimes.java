package hospital.wardbell.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long sessions run, in minutes. Written `15/60/720`. None may be longer than these three,
/// which are within what NIST asks of two factors, an hour without an act and a day, of either
/// edition.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#aal2reauth NIST SP 800-63B-4 §2.2.3
/// @param lock without an act of the person, until it is locked
/// @param idle without an act, until it ends; not less than `lock`
/// @param longest until it ends in any case; not less than `idle`
public record SessionTimes(int lock, int idle, int longest) {
  public static final int MOST_LOCK = 15;
  public static final int MOST_IDLE = 60;
  public static final int MOST = 12 * 60;

  private static final Pattern WRITTEN =
      Pattern.compile("([1-9][0-9]{0,2})/([1-9][0-9]{0,2})/([1-9][0-9]{0,2})");

  public SessionTimes {
    if (lock < 1 || lock > MOST_LOCK || idle > MOST_IDLE || longest > MOST) {
      throw new IllegalArgumentException("a session's times are within bounds");
    }
    if (lock > idle || idle > longest) {
      throw new IllegalArgumentException("a session's times grow");
    }
  }

  /// @throws IllegalArgumentException if `written` is none
  public static SessionTimes parse(String written) {
    Matcher times = WRITTEN.matcher(written);
    if (!times.matches()) {
      throw new IllegalArgumentException("not written as a session's times are");
    }
    return new SessionTimes(
        Integer.parseInt(times.group(1)),
        Integer.parseInt(times.group(2)),
        Integer.parseInt(times.group(3)));
  }
}

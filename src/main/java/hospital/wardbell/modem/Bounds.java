package hospital.wardbell.modem;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How short and how long a patience may be, both included.
public record Bounds(Duration least, Duration most) {
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,4})s");

  static Bounds ofSeconds(int least, int most) {
    return new Bounds(Duration.ofSeconds(least), Duration.ofSeconds(most));
  }

  /// Whole seconds, such as `65s`.
  ///
  /// @throws IllegalArgumentException if `text` is something else, or out of bounds
  public Duration parse(String text) {
    Matcher seconds = SECONDS.matcher(text);
    return check(
        seconds.matches()
            ? Duration.ofSeconds(Integer.parseInt(seconds.group(1)))
            : Duration.ofSeconds(-1));
  }

  /// @throws IllegalArgumentException if `patience` is out of bounds
  Duration check(Duration patience) {
    if (patience.compareTo(least) < 0 || patience.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "must be %ds to %ds".formatted(least.toSeconds(), most.toSeconds()));
    }
    return patience;
  }
}

package hospital.wardbell.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The most texts, or recipients, that one SIM may have within some time. Written `200`, or
/// `200+20` with a reserve, or `off` for none.
///
/// @param most for all texts alike, 1 to 100,000
/// @param reserve how many more people's own words, answers and pages may have, 0 to 100,000
public record Cap(int most, int reserve) {
  /// What no cap is written as.
  public static final String OFF = "off";

  private static final int LARGEST = 100_000;
  private static final Pattern WRITTEN =
      Pattern.compile("([1-9][0-9]{0,5})(?:\\+(0|[1-9][0-9]{0,5}))?");

  public Cap {
    if (most < 1 || most > LARGEST || reserve < 0 || reserve > LARGEST) {
      throw new IllegalArgumentException("a cap is 1 to 100000, its reserve 0 to 100000");
    }
  }

  /// Empty for `off`.
  ///
  /// @throws IllegalArgumentException if `written` is no cap
  public static Optional<Cap> parse(String written) {
    if (written.equals(OFF)) {
      return Optional.empty();
    }
    Matcher cap = WRITTEN.matcher(written);
    if (!cap.matches()) {
      throw new IllegalArgumentException("not written as a cap is");
    }
    String reserve = cap.group(2);
    return Optional.of(
        new Cap(Integer.parseInt(cap.group(1)), reserve == null ? 0 : Integer.parseInt(reserve)));
  }

  /// How many there may be in all.
  ///
  /// @param urgent for one that may have of the reserve
  public int allows(boolean urgent) {
    return urgent ? most + reserve : most;
  }
}

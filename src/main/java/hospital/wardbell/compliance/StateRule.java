package hospital.wardbell.compliance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// How long the hospitals of one state keep records, and where that is written.
///
/// @param state two capital letters; `US` for what holds in all
/// @param adultYears years after the anchor
/// @param minorAge of somebody who was a minor then, until this age at the least; empty if nothing
///   is said of minors
/// @param anchor what the years are counted from
/// @param source where the figure was read
public record StateRule(
    String state, int adultYears, Optional<Integer> minorAge, String anchor, String source) {
  /// What holds for hospitals in every state.
  public static final String FEDERAL = "US";

  private static final int COLUMNS = 5;

  /// All that are known.
  ///
  /// @spec https://www.ecfr.gov/current/title-42/section-482.24#b-1 42 CFR 482.24(b)(1)
  public static List<StateRule> all() {
    try (InputStream in = StateRule.class.getResourceAsStream("retention-states.txt")) {
      if (in == null) {
        throw new IllegalStateException("the build lacks the table of states");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(StateRule::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StateRule read(String line) {
    String[] columns = line.split("\\|", COLUMNS);
    String age = columns[2].strip();
    return new StateRule(
        columns[0].strip(),
        Integer.parseInt(columns[1].strip()),
        age.equals("-") ? Optional.empty() : Optional.of(Integer.parseInt(age)),
        columns[3].strip(),
        columns[4].strip());
  }
}

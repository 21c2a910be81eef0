package hospital.wardbell.compliance;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// A week of the hospital's days, Monday to Sunday.
///
/// @param monday its first day
public record Week(LocalDate monday) implements Comparable<Week> {
  private static final int DAYS = 7;

  public Week {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("a week begins on a Monday");
    }
  }

  /// The week that `time` is in.
  static Week of(Instant time, ZoneId zone) {
    return new Week(
        LocalDate.ofInstant(time, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /// @return empty if `text` is not a Monday as [#text] has it
  public static Optional<Week> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
          .map(Week::new);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Its Monday, as `2026-11-16`.
  public String text() {
    return monday.toString();
  }

  Week next() {
    return new Week(monday.plusDays(DAYS));
  }

  Week before(int weeks) {
    return new Week(monday.minusDays((long) weeks * DAYS));
  }

  Instant begin(ZoneId zone) {
    return monday.atStartOfDay(zone).toInstant();
  }

  @Override
  public int compareTo(Week other) {
    return monday.compareTo(other.monday);
  }
}

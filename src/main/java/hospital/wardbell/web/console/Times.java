package hospital.wardbell.web.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Times as people read them, in the hospital's zone.
///
/// @param now the moment the page is drawn
public record Times(Words words, ZoneId zone, Instant now) {
  /// How long something has lasted, in the largest unit that fits: `6 min`, `3 h`, `2 days`.
  public String lasting(Instant since) {
    Duration age = Duration.between(since, now);
    if (age.toHours() >= 48) {
      return words.of("time.days", age.toDays());
    }
    if (age.toMinutes() >= 90) {
      return words.of("time.hours", age.toHours());
    }
    return words.of("time.minutes", Math.max(0, age.toMinutes()));
  }

  /// The time of day; with the day if it is not today's.
  public String at(Instant time) {
    ZonedDateTime there = time.atZone(zone);
    boolean today = there.toLocalDate().equals(now.atZone(zone).toLocalDate());
    return (today
            ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT))
        .withLocale(words.locale())
        .format(there);
  }

  /// The day, in words.
  public String day(Instant time) {
    ZonedDateTime there = time.atZone(zone);
    return there.toLocalDate().equals(now.atZone(zone).toLocalDate())
        ? words.of("time.today")
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .withLocale(words.locale())
            .format(there);
  }
}

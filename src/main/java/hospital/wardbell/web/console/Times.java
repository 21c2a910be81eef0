package hospital.wardbell.web.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

  /// As short as can be: the time of day if it is today's, else the day.
  public String brief(Instant time) {
    return isToday(time) ? time(time) : date(time);
  }

  /// The time of day.
  public String time(Instant time) {
    return in(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), time);
  }

  /// The day, in digits and letters.
  public String date(Instant time) {
    return in(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), time);
  }

  /// The time of day; with the day if it is not today's.
  public String at(Instant time) {
    return isToday(time) ? time(time) : whole(time);
  }

  /// The day and the time of day, for what is read on another day.
  public String whole(Instant time) {
    return in(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), time);
  }

  /// The day, in words.
  public String day(Instant time) {
    return isToday(time)
        ? words.of("time.today")
        : in(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), time);
  }

  private boolean isToday(Instant time) {
    return time.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
  }

  private String in(DateTimeFormatter form, Instant time) {
    return form.withLocale(words.locale()).format(time.atZone(zone));
  }
}

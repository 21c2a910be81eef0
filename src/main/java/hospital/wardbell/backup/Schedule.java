package hospital.wardbell.backup;

import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/// When the daily backup is due.
record Schedule(Settings settings) {
  /// After one that failed.
  static final Duration AGAIN = Duration.ofHours(1);

  boolean isOn() {
    return !settings.text(Settings.Key.BACKUP_HOUR).equals(Settings.OFF);
  }

  /// @param made when the last one was made
  /// @param failed when one last failed
  boolean isDue(Instant now, Optional<Instant> made, Optional<Instant> failed) {
    if (!isOn()) {
      return false;
    }
    Instant slot = slot(now);
    boolean done = made.isPresent() && !made.get().isBefore(slot);
    boolean tried = failed.isPresent() && now.isBefore(failed.get().plus(AGAIN));
    return !done && !tried;
  }

  /// The last time at which one should have been made.
  private Instant slot(Instant now) {
    ZonedDateTime here = now.atZone(settings.zone());
    int hour = settings.number(Settings.Key.BACKUP_HOUR);
    ZonedDateTime today = here.toLocalDate().atTime(hour, 0).atZone(here.getZone());
    return (today.isAfter(here) ? today.minusDays(1) : today).toInstant();
  }

  Retention retention() {
    return new Retention(
        settings.number(Settings.Key.BACKUP_NEWEST),
        settings.number(Settings.Key.BACKUP_DAILY),
        settings.number(Settings.Key.BACKUP_WEEKLY),
        settings.number(Settings.Key.BACKUP_MONTHLY),
        settings.zone());
  }
}

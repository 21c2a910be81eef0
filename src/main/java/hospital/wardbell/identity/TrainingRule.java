package hospital.wardbell.identity;

import hospital.wardbell.settings.Settings;
import java.time.Instant;
import java.util.Optional;

/// Whether one must be trained to send, and for how long training lasts: the settings, read again
/// once one of them has changed. Any thread that may block.
final class TrainingRule {
  /// What holds now.
  ///
  /// @param changes how often settings had been changed when it was read
  /// @param months after which a lesson is due again
  /// @param since when the younger of the two settings got its present value
  record Now(long changes, boolean required, int months, Instant since) {}

  private final Settings settings;
  private volatile Now latest;

  TrainingRule(Settings settings) {
    this.settings = settings;
    this.latest = read(settings);
  }

  Now now() {
    Now known = latest;
    if (known.changes() != settings.changes()) {
      known = read(settings);
      latest = known;
    }
    return known;
  }

  /// When a lesson is due again that was done at `done`.
  Instant ends(Instant done, Now rule) {
    return done.atZone(settings.zone()).plusMonths(rule.months()).toInstant();
  }

  private static Now read(Settings settings) {
    long changes = settings.changes();
    Instant required = since(settings, Settings.Key.TRAINING_REQUIRED);
    Instant months = since(settings, Settings.Key.TRAINING_MONTHS);
    return new Now(
        changes,
        settings.isOn(Settings.Key.TRAINING_REQUIRED),
        settings.number(Settings.Key.TRAINING_MONTHS),
        required.isAfter(months) ? required : months);
  }

  /// When it got the value it has. To set the same value again is no change of it.
  private static Instant since(Settings settings, Settings.Key key) {
    Instant since = Instant.EPOCH;
    for (Settings.Version version : settings.history(key, Optional.empty())) {
      if (!version.value().equals(settings.text(key))) {
        return since;
      }
      since = version.at();
    }
    return since;
  }
}

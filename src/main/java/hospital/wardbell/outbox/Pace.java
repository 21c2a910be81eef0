package hospital.wardbell.outbox;

import java.time.Duration;
import java.time.Instant;

/// Spreads texts over a minute: a few at once after a pause, then one at a time.
final class Pace {
  private static final int BURST = 3;

  private final Duration step;
  private final Duration ahead;
  private Instant due = Instant.EPOCH; // when the next one would go if all were evenly spread

  /// @param perMinute at least 1
  Pace(int perMinute) {
    this.step = Duration.ofMinutes(1).dividedBy(perMinute);
    this.ahead = step.multipliedBy(Math.min(BURST, perMinute) - 1L);
  }

  /// When the next one may go.
  Instant opens() {
    return due.minus(ahead);
  }

  void add(Instant at) {
    due = (due.isAfter(at) ? due : at).plus(step);
  }

  /// Takes the last one back.
  void removeLast() {
    due = due.minus(step);
  }

  /// The clock was set back: nothing is due later than a whole burst from now.
  void notAfter(Instant now) {
    Instant latest = now.plus(ahead).plus(step);
    due = due.isAfter(latest) ? latest : due;
  }
}

package hospital.wardbell.modem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is stepped.
final class StepClock implements InstantSource {
  private Instant now = Instant.parse("2027-03-01T08:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void step(Duration by) {
    now = now.plus(by);
  }
}

package hospital.wardbell.base;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until a test moves it. Any thread.
public final class SettableClock implements InstantSource {
  private volatile Instant now;

  public SettableClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant instant) {
    now = instant;
  }

  /// Moves it forward, or back if `by` is negative.
  public synchronized void pass(Duration by) {
    now = now.plus(by);
  }
}

package hospital.wardbell.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Notices when the clock is put forward or back: it then has gone another way than the machine's
/// own count of nanoseconds, which nobody sets. One thread.
final class ClockWatch {
  /// What is less is no jump but the time between two readings.
  static final Duration LEAST = Duration.ofSeconds(2);

  private final InstantSource clock;
  private final LongSupplier nanos;
  private Instant then;
  private long nanosThen;

  ClockWatch(InstantSource clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
    this.then = clock.instant();
    this.nanosThen = nanos.getAsLong();
  }

  /// How far the clock was put since the last look; a machine that slept finds itself put forward.
  Optional<Duration> jump() {
    Instant now = clock.instant();
    long nanosNow = nanos.getAsLong();
    Duration jump = Duration.between(then, now).minusNanos(nanosNow - nanosThen);
    then = now;
    nanosThen = nanosNow;
    return jump.abs().compareTo(LEAST) < 0 ? Optional.empty() : Optional.of(jump);
  }
}

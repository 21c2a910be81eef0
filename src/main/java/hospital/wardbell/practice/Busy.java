package hospital.wardbell.practice;

import java.time.Duration;

/// How long the modem has been at work, each moment counted once. The modem's thread only.
final class Busy {
  private Duration total = Duration.ZERO;
  private long countedUntil = System.nanoTime();

  /// It was at work from `begin` to `end`, which is not before the end told last.
  void add(long begin, long end) {
    long fresh = begin - countedUntil > 0 ? begin : countedUntil;
    total = total.plusNanos(end - fresh);
    countedUntil = end;
  }

  Duration total() {
    return total;
  }
}

package hospital.wardbell.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Waiting from outside, where nothing tells that it is over.
final class Patience {
  private Patience() {}

  interface Condition {
    boolean holds() throws InterruptedException;
  }

  /// @throws IllegalStateException if `what` has not come about in time
  static void await(Duration longest, Duration between, String what, Condition condition)
      throws InterruptedException {
    if (!holdsWithin(longest, between, condition)) {
      throw new IllegalStateException(what + " was not there within " + longest);
    }
  }

  /// Whether it has come about in time; asked again after each `between`.
  static boolean holdsWithin(Duration longest, Duration between, Condition condition)
      throws InterruptedException {
    long begun = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - begun > longest.toNanos()) {
        return false;
      }
      pass(between);
    }
    return true;
  }

  static void pass(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }
}

package hospital.wardbell;

import hospital.wardbell.base.Pause;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;

/// Waiting in tests for what another process does.
public final class Until {
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private Until() {}

  /// Asks until it is so, and fails after `longest`.
  public static void so(String what, Duration longest, Callable<Boolean> asked) throws Exception {
    long end = System.nanoTime() + longest.toNanos();
    while (!asked.call()) {
      if (System.nanoTime() > end) {
        Assertions.fail("not within " + longest + ": " + what);
      }
      rest(BETWEEN);
    }
  }

  static void rest(Duration time) throws InterruptedException {
    Pause.real().await(time);
  }
}

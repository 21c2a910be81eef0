package hospital.wardbell.cli;

import hospital.wardbell.base.Pause;
import hospital.wardbell.control.Refusal;
import hospital.wardbell.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks again until it is so, or the time is up.
final class Waiting {
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private Waiting() {}

  /// Until a modem of the service is on the network; half a minute.
  ///
  /// @throws Refusal with exit code 75 if it takes longer
  static void forModem(Caller caller) throws InterruptedException {
    boolean registered =
        until(Duration.ofSeconds(30), () -> Optional.of(isRegistered(caller)).filter(is -> is))
            .isPresent();
    if (!registered) {
      throw new Refusal(
          Wardbell.TRY_LATER, "No modem is on the network yet. Look at: wardbell status");
    }
  }

  private static boolean isRegistered(Caller caller) {
    try {
      return caller.ask("status").objects("modems").stream()
          .anyMatch((JsonObject m) -> m.flag("may_send"));
    } catch (Refusal e) {
      if (e.exit() == Wardbell.TRY_LATER) {
        return false; // still starting
      }
      throw e;
    }
  }

  /// What `asked` gives first; empty once `longest` has passed.
  static <T> Optional<T> until(Duration longest, Supplier<Optional<T>> asked)
      throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    Pause pause = Pause.real();
    while (true) {
      Optional<T> answer = asked.get();
      if (answer.isPresent() || System.nanoTime() > end) {
        return answer;
      }
      pause.await(BETWEEN);
    }
  }
}

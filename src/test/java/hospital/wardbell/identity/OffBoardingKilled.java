package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.vault.KilledAt;
import hospital.wardbell.vault.Steps;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A program that off-boards somebody and stands still, until it is killed, when it asks for the
/// time so and so often meanwhile, or when it has done it.
final class OffBoardingKilled {
  static final String DONE = "done";

  private OffBoardingKilled() {}

  /// @param arguments the home, the person, and where to stand still
  public static void main(String[] arguments) {
    Steps steps = KilledAt.standingStillAt(arguments[2]);
    AtomicInteger asked = new AtomicInteger();
    SettableClock clock = new SettableClock();
    InstantSource watched =
        () -> {
          steps.reached(String.valueOf(asked.incrementAndGet()));
          return clock.instant();
        };
    asked.set(-1_000); // not yet
    Home home = new Home(Path.of(arguments[0]), Optional.of(watched));
    asked.set(0);
    var _ = home.identity.offBoarding().offBoard(Id.parse(arguments[1]), Home.ADMIN, "cli");
    steps.reached(DONE);
  }
}

package hospital.wardbell.vault;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// The program that is killed while it ends a period.
final class PeriodEnder {
  private PeriodEnder() {}

  /// @param args the home's directory, the time there, and the step to stand still at
  public static void main(String[] args) {
    PeriodHome home = PeriodHome.open(Path.of(args[0]), KilledAt.standingStillAt(args[2]));
    home.clock().set(Instant.parse(args[1]));
    boolean _ = home.ends((_, _, _) -> {}, Optional::empty).look();
  }
}

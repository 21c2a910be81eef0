package hospital.wardbell.vault;

import java.nio.file.Path;
import java.time.Instant;

/// The program that is killed while it makes the first data key of a year.
final class PeriodBeginner {
  private PeriodBeginner() {}

  /// @param args the home's directory, the time there, and the step to stand still at
  public static void main(String[] args) {
    PeriodHome home = PeriodHome.open(Path.of(args[0]), KilledAt.standingStillAt(args[2]));
    home.clock().set(Instant.parse(args[1]));
    home.make("eve", Vault.Subject.CONVERSATION);
  }
}

package hospital.wardbell;

import hospital.wardbell.base.Actor;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.vault.KilledAt;
import java.nio.file.Path;
import java.time.Instant;

/// The program that is killed while it destroys former keys that no backup needs.
final class FormerKilled {
  private FormerKilled() {}

  /// @param args the home's directory, the time there, and the step to stand still at
  public static void main(String[] args) {
    Cryptography.ofThisBuild().begin();
    IndexHome home =
        IndexHome.open(Path.of(args[0]), Instant.parse(args[1]), KilledAt.standingStillAt(args[2]));
    home.wiring().backups().prune(new Actor.Operator("root"));
  }
}

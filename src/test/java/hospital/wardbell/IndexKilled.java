package hospital.wardbell;

import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.vault.KilledAt;
import hospital.wardbell.vault.Rotation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/// The program that is killed while it gives a home another index key.
final class IndexKilled {
  private IndexKilled() {}

  /// @param args the home's directory, the time there, and the step to stand still at
  public static void main(String[] args) {
    Cryptography.ofThisBuild().begin();
    IndexHome home =
        IndexHome.open(Path.of(args[0]), Instant.parse(args[1]), KilledAt.standingStillAt(args[2]));
    if (args[2].startsWith("words.")) {
      home.wiring().conversations().start();
    } else {
      home.wiring().rotation().start();
      home.wiring().rotation().begin(Rotation.Kind.INDEX);
    }
    new Semaphore(0).acquireUninterruptibly(); // until it is killed
  }
}

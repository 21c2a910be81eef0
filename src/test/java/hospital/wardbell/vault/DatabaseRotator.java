package hospital.wardbell.vault;

import hospital.wardbell.crypto.Cryptography;
import java.nio.file.Path;

/// The program that is killed while it gives a database another key.
final class DatabaseRotator {
  private DatabaseRotator() {}

  /// @param args the home's directory, and the step to stand still at
  public static void main(String[] args) {
    Cryptography.ofThisBuild().begin();
    Path home = Path.of(args[0]);
    Keyring keyring = Keyring.open(home.resolve("keyring"), Rotator.UNLOCK);
    boolean _ = keyring.renewDatabaseKey();
    Steps steps = KilledAt.standingStillAt(args[1]);
    System.out.println("began");
    System.out.flush();
    DatabaseKey.open(home.resolve("database"), keyring, steps).close();
    System.out.println("ended");
  }
}

package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;

/// The program that is killed while it gives a home new KEKs.
final class Rotator {
  static final Unlock UNLOCK = new Unlock.Credential(Secret.copyOf(new byte[32]));

  private Rotator() {}

  /// @param args the home's directory, and the step to stand still at
  public static void main(String[] args) {
    Cryptography.ofThisBuild().begin();
    Path home = Path.of(args[0]);
    Keyring keyring = Keyring.open(home.resolve("keyring"), UNLOCK);
    Store store = Store.open(home.resolve("database"), keyring.databaseKey());
    KekRotation rotation =
        new KekRotation(
            store,
            keyring,
            (_, _, _) -> {},
            InstantSource.system(),
            KilledAt.standingStillAt(args[1]));
    rotation.begin();
    while (rotation.turn()) {
      // until it is killed
    }
  }
}

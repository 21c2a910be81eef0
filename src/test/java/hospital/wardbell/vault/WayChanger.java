package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Cryptography;
import java.nio.file.Path;

/// The program that is killed while it gives a keyring another passphrase.
final class WayChanger {
  static final String FORMER = "correct horse battery staple";
  static final String NEXT = "another one altogether";

  private WayChanger() {}

  /// @param args the keyring's file, and the step to stand still at
  public static void main(String[] args) {
    Cryptography.ofThisBuild().begin();
    Unlock former = new Unlock.Passphrase(Secret.copyOf(FORMER.toCharArray()));
    Keyring keyring = Keyring.open(Path.of(args[0]), former, KilledAt.standingStillAt(args[1]));
    new KeyDesk(keyring, Stretch.cheap()).passphrase(Secret.copyOf(NEXT.toCharArray()));
  }
}

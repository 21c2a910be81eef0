package hospital.wardbell.compliance;

import hospital.wardbell.conversation.Ward;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.vault.KilledAt;
import java.nio.file.Path;
import java.util.List;

/// The program that is killed while it carries out what was approved.
final class Shredder {
  private Shredder() {}

  /// @param args the home's directory, and the step to stand still at
  public static void main(String[] args) throws Exception {
    Cryptography.ofThisBuild().begin();
    Path home = Path.of(args[0]);
    Ward ward = Ward.reopen(home);
    ward.clock().set(Cabinet.LATER);
    Cabinet cabinet = Cabinet.of(ward, home, KilledAt.standingStillAt(args[1]), List.of());
    ward.conversations().start();
    cabinet.carryOut();
  }
}

package hospital.wardbell.backup;

import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.vault.Keyring;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/// The program that the crash test kills: makes or restores a backup, says each step it reaches,
/// and stands still at the one that was named.
final class Killed {
  private Killed() {}

  /// @param args the home; `backup`, or the backup to restore; the step to stand still at
  public static void main(String[] args) throws Exception {
    Cryptography.ofThisBuild().begin();
    Path home = Path.of(args[0]);
    Step last = Step.valueOf(args[2]);
    Progress progress =
        step -> {
          System.out.println(step);
          if (step == last) {
            standStill();
          }
        };
    if (args[1].equals("backup")) {
      try (BackupHome furnished = BackupHome.in(home)) {
        furnished.write("while");
        Backups.Kept _ = furnished.backups().run(BackupHome.BY, progress);
      }
    } else {
      try (Keyring keyring = BackupHome.keyring(home)) {
        Restoring.Outcome _ =
            new Restoring(BackupHome.places(home), InstantSource.system())
                .restore(Path.of(args[1]), false, keyring, (_, _) -> {}, BackupHome.BY, progress);
      }
    }
  }

  private static void standStill() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

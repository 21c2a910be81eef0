package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.store.OlderStore;
import hospital.wardbell.store.Snapshot;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.BackupKey;
import hospital.wardbell.vault.Keyring;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup that an earlier version made, whose schema lacks steps that this one has.
class OlderBackupTest {
  private static final List<Integer> STEPS =
      Store.steps().stream().filter(step -> step != 50 && step < 700).toList();

  @TempDir private Path directory;

  @Test
  void it_is_restored_and_brought_to_the_present_schema() throws Exception {
    Path home = Files.createDirectory(directory.resolve("home"));
    SettableClock clock = new SettableClock(BackupHome.NIGHT);
    Path backup = directory.resolve("older.wbk");
    try (Keyring keyring = BackupHome.keyring(home)) {
      make(backup, keyring, clock);

      Restoring.Outcome outcome =
          new Restoring(BackupHome.places(home), clock)
              .restore(backup, false, keyring, (_, _) -> {}, BackupHome.BY, Progress.none());

      assertThat(outcome.wrong()).isEmpty();
      assertThat(outcome.product()).isEqualTo("0.0.9");
    }
    try (BackupHome opened = BackupHome.in(home)) {
      assertThat(opened.entries("long.ago")).isEqualTo(1);
      assertThat(opened.backups().history().getFirst().kind()).isEqualTo(Event.Kind.RESTORED);
    }
  }

  private void make(Path backup, Keyring keyring, SettableClock clock) throws Exception {
    Path copy = Files.createDirectory(directory.resolve("copy"));
    Snapshot snapshot;
    try (Store older = OlderStore.open(directory.resolve("older"), keyring.databaseKey(), STEPS)) {
      new Audit(older, clock).record(Entry.of(BackupHome.BY, "long.ago"));
      snapshot = older.copyInto(copy);
    }
    BackupKey key = keyring.backupKeys().getFirst();
    try (Secret fileKey = BackupKey.fileKey();
        OutputStream out = Files.newOutputStream(backup)) {
      Packing.pack(
          out,
          new Header(
              "0.0.9", STEPS, clock.instant(), Set.of(), key.fingerprint(), key.wrap(fileKey)),
          fileKey,
          copy,
          files -> Manifest.of("0.0.9", clock.instant(), snapshot, files),
          Progress.none());
    }
  }
}

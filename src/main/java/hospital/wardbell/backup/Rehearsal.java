package hospital.wardbell.backup;

import hospital.wardbell.audit.NoteSigner;
import hospital.wardbell.audit.Report;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.StoreFault;
import hospital.wardbell.store.Tree;
import hospital.wardbell.vault.FormerKeys;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unopened;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Restores a backup into a directory of the home, opens it there, checks it, and throws it away.
///
/// @param directory made for this, and removed after
record Rehearsal(Path directory, Keyring keyring, InstantSource clock) {
  /// What a directory has that is a store's.
  static final String DATABASE = "derby/service.properties";

  /// Where a table's rows are expected to be whatever is written meanwhile, since none is removed.
  private static final String LOG = "AUDIT_ENTRY";

  /// What was found in the opened copy.
  ///
  /// @param ended how many subjects were kept for a period that has ended since
  record Checked(int tables, long rows, long entries, long ended, List<String> wrong) {}

  /// @param size of the file
  /// @throws BackupFault if it is not a backup that this keyring opens
  Evidence test(InputStream file, long size, String name, Actor by, Progress progress)
      throws IOException {
    Instant began = clock.instant();
    long start = System.nanoTime();
    Path fresh = Trees.fresh(directory);
    try {
      if (Files.getFileStore(fresh).getUsableSpace() < size + Making.RESERVE) {
        throw new BackupFault(
            BackupFault.Kind.NO_ROOM,
            "To try the backup out takes %,d MB in %s. Make room there, then try again."
                .formatted(((size + Making.RESERVE) >> 20) + 1, fresh));
      }
      Unpacking.Unpacked unpacked =
          Unpacking.read(file, size, keyring.backupKeys(), Optional.of(fresh), progress);
      progress.reached(Step.UNPACKED);
      Checked checked = check(unpacked);
      progress.reached(Step.CHECKED);
      return new Evidence(
          began,
          by.label(),
          name,
          unpacked.header().at(),
          unpacked.header().product(),
          size,
          Duration.ofNanos(System.nanoTime() - start),
          checked.tables(),
          checked.rows(),
          checked.entries(),
          checked.ended(),
          checked.wrong());
    } finally {
      Tree.delete(fresh);
    }
  }

  /// Opens the database in the directory, checks it, and shuts it again.
  Checked check(Unpacking.Unpacked unpacked) {
    List<String> wrong = new ArrayList<>();
    if (!Files.exists(directory.resolve(DATABASE))) {
      throw new BackupFault(
          BackupFault.Kind.UNSOUND, "There is no database in the backup. Take another one.");
    }
    try (Store store = open()) {
      Unopened unopened = Unopened.of(store, keyring);
      if (!FormerKeys.suffice(store, keyring)
          || unopened.lacking().stream().anyMatch(unpacked.header().needs()::contains)) {
        throw new BackupFault(
            BackupFault.Kind.UNSOUND,
            "Keys that this backup needs are not in the keyring any more, or not yet. Nothing was changed. Take a newer one, or the keyring's copy of that time.");
      }
      unopened
          .lacking()
          .forEach(key ->
              wrong.add("Records are under the key %s, which there never was.".formatted(key)));
      int tables = tables(store, wrong);
      Map<String, Long> rows = store.counts();
      if (unpacked.header().steps().equals(Store.steps())) { // a newer schema moves rows
        compare(unpacked.manifest(), rows, wrong);
      }
      long entries = entries(store, wrong);
      long all = rows.values().stream().mapToLong(Long::longValue).sum();
      return new Checked(tables, all, entries, unopened.ended(), wrong);
    } catch (StoreFault fault) {
      throw new BackupFault(
          fault.kind() == StoreFault.Kind.TOO_NEW
              ? BackupFault.Kind.TOO_NEW
              : BackupFault.Kind.UNSOUND,
          "The database in the backup does not open: " + fault.getMessage(),
          fault);
    }
  }

  /// Opens it by whichever of the keyring's keys it is encrypted by.
  private Store open() {
    List<Secret> keys = keyring.databaseKeysEver();
    for (Secret key : keys) {
      try {
        return Store.openSparingly(directory, key);
      } catch (StoreFault fault) {
        if (fault.kind() != StoreFault.Kind.WRONG_KEY || key.equals(keys.getLast())) {
          throw fault;
        }
      }
    }
    throw new IllegalStateException("a keyring has a key for the database");
  }

  private static int tables(Store store, List<String> wrong) {
    try {
      return store.check();
    } catch (StoreFault fault) {
      wrong.add(String.valueOf(fault.getMessage()));
      return 0;
    }
  }

  private long entries(Store store, List<String> wrong) {
    Report report = Report.of(store, NoteSigner.of(keyring.signingSeed()));
    report.first().forEach(finding -> wrong.add(finding.words()));
    return report.entries();
  }

  private static void compare(Manifest manifest, Map<String, Long> rows, List<String> wrong) {
    manifest
        .rows()
        .forEach((table, expected) -> {
          long there = rows.getOrDefault(table, 0L);
          boolean holds =
              manifest.still() ? there == expected : !table.equals(LOG) || there >= expected;
          if (!holds) {
            wrong.add("Table %s has %d rows; %d were told.".formatted(table, there, expected));
          }
        });
  }
}

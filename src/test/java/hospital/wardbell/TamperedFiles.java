package hospital.wardbell;

import hospital.wardbell.TamperPlace.Outcome;
import hospital.wardbell.audit.Finding;
import hospital.wardbell.audit.Witness;
import hospital.wardbell.backup.BackupFault;
import hospital.wardbell.backup.Verifying;
import hospital.wardbell.base.Sha256;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.StoreFault;
import hospital.wardbell.store.Tree;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.VaultFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Changes of files, by somebody who has the disk and no key.
final class TamperedFiles {
  private static final int DIGEST = 32;

  private TamperedFiles() {}

  static List<TamperPlace> places() {
    return List.of(
        new TamperPlace("keyring file", 80, TamperedFiles::keyring),
        new TamperPlace("backup file", 60, TamperedFiles::backup),
        new TamperPlace("witness", 30, TamperedFiles::witness),
        new TamperPlace("database file", 10, TamperedFiles::database));
  }

  /// Half of them by somebody who makes the digest fit.
  private static Outcome keyring(TamperHome home, Random random) throws IOException {
    byte[] whole = Files.readAllBytes(home.keyring());
    boolean fitted = random.nextBoolean();
    int end = whole.length - DIGEST;
    byte[] changed = TamperPlace.changed(whole, fitted ? end : whole.length, random);
    if (fitted) {
      byte[] digest = Sha256.of(Arrays.copyOf(changed, end));
      System.arraycopy(digest, 0, changed, end, DIGEST);
    }
    Path file = Files.write(home.scratch().resolve("keyring"), changed);
    try (Keyring opened = Keyring.open(file, TamperHome.UNLOCK)) {
      return Outcome.bad("it opens, with " + opened.backupKeys().size() + " backup keys");
    } catch (VaultFault e) {
      return Outcome.found("it does not open, " + e.kind());
    }
  }

  private static Outcome backup(TamperHome home, Random random) throws IOException {
    byte[] whole = Files.readAllBytes(home.backup());
    int length = random.nextInt(4) == 0 ? 600 : whole.length; // the beginning is in the clear
    Path file =
        Files.write(
            home.scratch().resolve("backup.wbk"), TamperPlace.changed(whole, length, random));
    try {
      return Outcome.bad("it is whole: " + Verifying.verify(file, home.wiring().keyring()).name());
    } catch (BackupFault e) {
      return Outcome.found("it is refused, " + e.kind());
    }
  }

  private static Outcome witness(TamperHome home, Random random) throws IOException {
    byte[] whole = Files.readAllBytes(home.witness());
    byte[] changed = TamperPlace.changed(whole, whole.length, random);
    Path file = Files.write(home.scratch().resolve("witness"), changed);
    List<Finding> findings =
        home.wiring().evidence().contradicted(Witness.read(file, home.wiring().evidence().key()));
    return findings.isEmpty()
        ? Outcome.bad("the witness does not contradict")
        : Outcome.found(findings.getFirst().code());
  }

  private static Outcome database(TamperHome home, Random random) throws IOException {
    Path copy = home.scratch().resolve("database");
    Tree.delete(copy);
    TamperHome.copy(home.shut(), copy);
    Path file = anywhere(copy, random);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, TamperPlace.changed(whole, whole.length, random));
    try (Store store = Store.openSparingly(copy, home.wiring().keyring().databaseKey())) {
      int _ = store.check();
      Map<String, Long> rows = store.counts();
      boolean same = rows.equals(home.rows()) && home.record(store).holds();
      return same
          ? Outcome.harmless("all is there as it was")
          : Outcome.bad("rows are not what they were: " + copy.relativize(file));
    } catch (StoreFault e) {
      return Outcome.found("the database is refused, " + e.kind());
    }
  }

  /// A file, the larger the likelier.
  private static Path anywhere(Path tree, Random random) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(tree)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    long whole = 0;
    for (Path file : files) {
      whole += Files.size(file);
    }
    long at = random.nextLong(whole);
    for (Path file : files) {
      at -= Files.size(file);
      if (at < 0) {
        return file;
      }
    }
    throw new IllegalStateException("there is no file");
  }
}

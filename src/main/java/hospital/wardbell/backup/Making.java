package hospital.wardbell.backup;

import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Snapshot;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.StoreFault;
import hospital.wardbell.store.Tree;
import hospital.wardbell.vault.BackupKey;
import hospital.wardbell.vault.FormerKeys;
import hospital.wardbell.vault.Keyring;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;

/// Makes one backup of a database at work. One at a time, which the caller sees to.
///
/// @param product the version of this program
record Making(Places places, Keyring keyring, Store store, String product, InstantSource clock) {
  /// Left on the home's disk whatever a backup needs: it is what receiving lives on.
  static final long RESERVE = 100L << 20;

  private static final int TRIES = 3;

  /// @param target that is one
  /// @return what is kept now
  Target.Kept make(Target target, boolean withKeyring, Progress progress) {
    BackupKey key = keyring.backupKeys().getFirst();
    try {
      clear();
      keyring.backupKeys().forEach(each -> target.sweep(each.fingerprint()));
      progress.reached(Step.CLEARED);
      requireRoom(target);
      if (withKeyring) {
        copyKeyring(target, key);
      }
      Path copy = Trees.make(places.scratch().resolve("copy"));
      progress.reached(Step.MEASURED);
      Set<String> needs = new TreeSet<>(FormerKeys.neededNow(keyring));
      Snapshot snapshot = copied(copy);
      needs.addAll(FormerKeys.neededNow(keyring)); // others may have come meanwhile
      progress.reached(Step.COPIED);
      return sealed(target, key, copy, snapshot, needs, progress);
    } catch (IOException e) {
      throw BackupFault.of(e, "preparing the backup");
    } finally {
      discard();
    }
  }

  private Snapshot copied(Path into) {
    try {
      return store.copyInto(into);
    } catch (StoreFault fault) {
      if (fault.kind() == StoreFault.Kind.DISK_FULL) {
        throw new BackupFault(
            BackupFault.Kind.NO_ROOM,
            "The home's disk became full while the database was copied. None was made. Make room.",
            fault);
      }
      throw fault;
    }
  }

  /// Removes what an earlier one left behind.
  void clear() {
    try {
      Trees.fresh(places.scratch());
    } catch (IOException e) {
      throw BackupFault.of(e, "clearing the directory for copies");
    }
  }

  void discard() {
    try {
      Tree.delete(places.scratch());
    } catch (IOException _) {
      // the next one clears it
    }
  }

  private void requireRoom(Target target) throws IOException {
    long size = Trees.size(places.database());
    long here = Files.getFileStore(places.home()).getUsableSpace();
    boolean shared = target instanceof DirectoryTarget(Path there) && sameDisk(there);
    long needed = (shared ? 2 * size : size) + RESERVE;
    if (here < needed) {
      throw noRoom(places.home().toString(), needed, here);
    }
    long there = target.room().orElse(Long.MAX_VALUE);
    if (there < size) {
      throw noRoom(target.where(), size, there);
    }
  }

  private boolean sameDisk(Path there) throws IOException {
    return Files.getFileStore(there).equals(Files.getFileStore(places.home()));
  }

  private static BackupFault noRoom(String where, long needed, long there) {
    return new BackupFault(
        BackupFault.Kind.NO_ROOM,
        "A backup needs %,d MB in %s, and there are %,d MB. None was made. Make room, or keep fewer."
            .formatted((needed >> 20) + 1, where, there >> 20));
  }

  /// The keyring, which its own root key seals. Beside the backups it is of no use to whoever has
  /// not what unlocks it.
  ///
  /// With it goes the list of what was erased, by which a restore elsewhere erases it again.
  void copyKeyring(Target target, BackupKey key) throws IOException {
    target.replace("keyring-" + key.fingerprint() + ".copy", Files.readAllBytes(places.keyring()));
    if (Files.exists(places.shredded())) {
      target.replace(
          "shredded-" + key.fingerprint() + ".copy", Files.readAllBytes(places.shredded()));
    }
  }

  /// Once more from the beginning if the line breaks; the copy is there still.
  private Target.Kept sealed(
      Target target,
      BackupKey key,
      Path copy,
      Snapshot snapshot,
      Set<String> needs,
      Progress progress) {
    BackupName name = new BackupName(clock.instant(), key.fingerprint());
    for (int attempt = 1; true; attempt++) {
      try {
        return new Target.Kept(
            name,
            target.write(
                name, out -> pack(out, key, name, copy, snapshot, needs, progress), progress));
      } catch (BackupFault fault) {
        if (fault.kind() != BackupFault.Kind.UNREACHABLE || attempt == TRIES) {
          throw fault;
        }
      }
    }
  }

  private void pack(
      OutputStream out,
      BackupKey key,
      BackupName name,
      Path copy,
      Snapshot snapshot,
      Set<String> needs,
      Progress progress)
      throws IOException {
    try (Secret fileKey = BackupKey.fileKey()) {
      Header header =
          new Header(
              product, Store.steps(), name.at(), needs, key.fingerprint(), key.wrap(fileKey));
      Packing.pack(
          out,
          header,
          fileKey,
          copy,
          files -> Manifest.of(product, name.at(), snapshot, files),
          progress);
    }
  }
}

package hospital.wardbell;

import hospital.wardbell.Home.HomeFault;
import hospital.wardbell.backup.Progress;
import hospital.wardbell.backup.RestoreListener;
import hospital.wardbell.backup.Restoring;
import hospital.wardbell.base.Actor;
import hospital.wardbell.compliance.AfterRestore;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.SafeFile;
import hospital.wardbell.vault.ShredList;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;

/// Restores a home's database from a backup, while no service runs there. On a new machine the
/// keyring is put there too, from its copy.
///
/// The keyring gets its place last: until then the home is not set up, and no service starts an
/// empty database in it.
public final class RestoreHome {
  /// @param keyring the copy of one; none if the home has its own
  /// @param unlock of the keyring
  public record Request(
      Path home, Optional<Path> keyring, Unlock unlock, Actor by, InstantSource clock) {}

  private final Request request;
  private final Home home;
  private final Restoring restoring;

  private RestoreHome(Request request, Home home) {
    this.request = request;
    this.home = home;
    this.restoring = new Restoring(home.places(), request.clock());
  }

  /// @param dry only unpacks and checks
  public static Restoring.Outcome restore(
      Request request, Path file, boolean dry, Progress progress) {
    Home home = Home.prepare(request.home());
    try (HomeLock _ = HomeLock.take(home)) {
      RestoreHome made = new RestoreHome(request, home);
      return made.withKeyring(
          !dry,
          keyring ->
              made.restoring.restore(
                  file, dry, keyring, made.listener(keyring), request.by(), progress));
    }
  }

  /// Goes on with a restore that was broken off.
  public static Restoring.Outcome resume(Request request, Progress progress) {
    Home home = Home.prepare(request.home());
    try (HomeLock _ = HomeLock.take(home)) {
      RestoreHome made = new RestoreHome(request, home);
      return made.withKeyring(
          true,
          keyring ->
              made.restoring.resume(keyring, made.listener(keyring), request.by(), progress));
    }
  }

  /// Takes a restore back, be it broken off or ended; needs no keyring.
  ///
  /// @return what is the database again; empty if there was none before
  public static Optional<Path> undo(Path directory, InstantSource clock) {
    Home home = Home.prepare(directory);
    try (HomeLock _ = HomeLock.take(home)) {
      return new Restoring(home.places(), clock).undo();
    }
  }

  /// Seals made since the backup are not counted in it, so new keys seal from now on. What was
  /// erased since is erased again.
  private RestoreListener listener(Keyring keyring) {
    return (tx, audit) -> {
      Vault vault = new Vault(keyring, request.clock());
      vault.renewAfterRestore(tx);
      new AfterRestore(vault, new ShredList(home.shredded(), vault))
          .apply(tx, audit, request.by(), request.clock().instant());
    };
  }

  private interface Work {
    Restoring.Outcome with(Keyring keyring);
  }

  private Restoring.Outcome withKeyring(boolean keep, Work work) {
    if (request.keyring().isEmpty()) {
      requireKeyring();
      try (Keyring keyring = Keyring.open(home.keyring(), request.unlock())) {
        return work.with(keyring);
      }
    }
    if (home.isSetUp()) {
      throw new HomeFault(
          "There is a keyring in %s already. Nothing was changed. Leave out --keyring, or move that one away first."
              .formatted(home.directory()));
    }
    Path fetched = fetched(request.keyring().get());
    fetchList(request.keyring().get());
    try (Keyring keyring = Keyring.open(fetched, request.unlock())) {
      Restoring.Outcome outcome = work.with(keyring);
      if (keep) {
        Files.move(fetched, home.keyring(), StandardCopyOption.ATOMIC_MOVE);
      }
      return outcome;
    } catch (IOException e) {
      throw HomeFault.notWritable(home.directory());
    } finally {
      forget(fetched);
    }
  }

  private void requireKeyring() {
    if (!home.isSetUp()) {
      throw new HomeFault(
          "There is no keyring in %s, and without one no backup opens. Name its copy: --keyring keyring-....copy"
              .formatted(home.directory()));
    }
  }

  /// The copy is left as it is: opening a keyring may add to it.
  private Path fetched(Path copy) {
    Path fetched = home.directory().resolve("keyring.restoring");
    try {
      SafeFile.replace(fetched, Files.readAllBytes(copy), SafeFile.PRIVATE);
      return fetched;
    } catch (IOException e) {
      throw new HomeFault(
          "The copy of the keyring %s cannot be read, or %s not be written. Nothing was changed."
              .formatted(copy, home.directory()));
    }
  }

  /// Beside the keyring's copy lies that of the list of what was erased, if anything was. A list
  /// that is here already is the newer one.
  private void fetchList(Path keyringCopy) {
    String name = String.valueOf(keyringCopy.getFileName()).replaceFirst("keyring", "shredded");
    Path list = keyringCopy.resolveSibling(name);
    try {
      if (Files.exists(list) && !list.equals(keyringCopy) && !Files.exists(home.shredded())) {
        SafeFile.replace(home.shredded(), Files.readAllBytes(list), SafeFile.PRIVATE);
      }
    } catch (IOException e) {
      throw new HomeFault(
          "The list of what was erased %s cannot be read, or %s not be written. Nothing was changed."
              .formatted(list, home.directory()));
    }
  }

  private static void forget(Path fetched) {
    try {
      Files.deleteIfExists(fetched);
    } catch (IOException _) {
      // it is sealed by its root key, and the next one takes its place
    }
  }
}

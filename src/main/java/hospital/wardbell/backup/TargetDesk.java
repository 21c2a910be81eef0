package hospital.wardbell.backup;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import java.nio.file.Path;

/// Where backups are kept is named here: a directory at once, a server once a person has confirmed
/// its key.
public final class TargetDesk {
  private final Targets targets;
  private final Store store;
  private final Settings settings;
  private final Audit audit;

  TargetDesk(Targets targets, Store store, Settings settings, Audit audit) {
    this.targets = targets;
    this.store = store;
    this.settings = settings;
    this.audit = audit;
  }

  /// What a person compares before a server is trusted.
  ///
  /// @param hostKey that whoever answers shows: its type and fingerprint
  /// @param publicKey the line by which the server is to let us in
  public record Introduction(String hostKey, String publicKey) {}

  /// The present target, for people.
  public String where() {
    return targets.where();
  }

  /// Marks a directory and keeps backups there from now on.
  public void useDirectory(Path directory, Actor by) {
    Settings.Key.BACKUP_TARGET.require(directory.toString());
    new DirectoryTarget(directory).mark();
    settings.set(Settings.Key.BACKUP_TARGET, directory.toString(), by);
  }

  /// Keeps backups in the home's own directory from now on.
  public void useOwn(Actor by) {
    settings.set(Settings.Key.BACKUP_TARGET, "", by);
  }

  /// Asks a server for its key, and makes ours for it. Nothing is trusted yet.
  public Introduction introduce(SftpAddress address) {
    String shown = SftpLine.ask(address);
    return new Introduction(shown, HostKey.line(targets.access().publicKey(address)));
  }

  /// Trusts the server that shows this key, which a person has confirmed, and keeps backups there
  /// from now on.
  ///
  /// @throws BackupFault if it shows another now
  public void useServer(SftpAddress address, String hostKey, Actor by) {
    if (!introduce(address).hostKey().equals(hostKey)) {
      throw new BackupFault(
          BackupFault.Kind.NO_TARGET,
          "Whoever answers as %s shows another key than this. Nothing was changed."
              .formatted(address));
    }
    store.change(tx -> {
      targets.access().pin(tx, address, hostKey);
      audit.record(tx, Entry.of(by, "backup.server-trusted").because(hostKey).from("cli"));
    });
    settings.set(Settings.Key.BACKUP_TARGET, address.text(), by);
  }

  /// Marks the present target as one, on whatever server it is.
  public void mark() {
    try (Target target = targets.open()) {
      target.mark();
    }
  }
}

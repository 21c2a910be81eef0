package hospital.wardbell.backup;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// A home with a database at work, as far as backups need one.
final class BackupHome implements AutoCloseable {
  static final Actor BY = new Actor.Operator("root");
  static final Instant NIGHT = Instant.parse("2026-11-26T08:00:00Z");
  static final String PRODUCT = "1.2.3";

  private final Path directory;
  private final SettableClock clock;
  private final Keyring keyring;
  private final Store store;
  private final Audit audit;
  private final Settings settings;
  private final Backups backups;

  private BackupHome(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    clock = new SettableClock(NIGHT);
    keyring = keyring(directory);
    store = Store.open(places(directory).database(), keyring.databaseKey());
    audit = new Audit(store, clock);
    settings = new Settings(store, audit, clock);
    backups =
        new Backups(
            places(directory), keyring, store, new Vault(keyring), audit, settings, PRODUCT, clock);
  }

  static BackupHome in(Path directory) throws IOException {
    return new BackupHome(directory);
  }

  static Places places(Path directory) {
    return new Places(directory, directory.resolve("database"), directory.resolve("keyring"));
  }

  /// The keyring of that home, made if there is none.
  static Keyring keyring(Path directory) {
    Unlock unlock = new Unlock.Credential(Secret.copyOf(new byte[32]));
    Path file = places(directory).keyring();
    return Files.exists(file) ? Keyring.open(file, unlock) : Keyring.create(file, unlock);
  }

  /// One acknowledged change.
  void write(String act) {
    audit.record(Entry.of(BY, act));
  }

  long entries() {
    return store.read(sql -> sql.number("select count(*) from audit_entry"));
  }

  long entries(String act) {
    return store.read(
        sql -> sql.number("select count(*) from audit_entry where entry like ?", "%" + act + "%"));
  }

  Backups backups() {
    return backups;
  }

  Backups.Kept run() {
    return backups.run(BY, Progress.none());
  }

  /// A backup a second after the last.
  Path backup() {
    clock.pass(Duration.ofSeconds(1));
    return file(run());
  }

  Path file(Backups.Kept kept) {
    return places(directory).backups().resolve(kept.name().text());
  }

  Settings settings() {
    return settings;
  }

  SettableClock clock() {
    return clock;
  }

  Store store() {
    return store;
  }

  Keyring keyring() {
    return keyring;
  }

  Path directory() {
    return directory;
  }

  @Override
  public void close() {
    backups.close();
    store.close();
    keyring.close();
  }
}

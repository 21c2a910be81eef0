package hospital.wardbell.alert;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A database with alerts, a clock to set, and people who have roles and nothing else. Opened again
/// on the same directory it is as after a restart.
final class AlertHome implements AutoCloseable {
  static final Actor ADMIN = new Actor.Operator("admin");
  static final Id ONA = new Id(1, 1);
  static final Id PAT = new Id(1, 2);
  static final Id LEE = new Id(1, 3);
  static final Id SAM = new Id(1, 4);

  /// Two privacy officers, a lead, and IT, who reads Spanish.
  private static final Map<Id, String> ROLES =
      Map.of(ONA, "PRIVACY", PAT, "PRIVACY", LEE, "LEAD", SAM, "IT");

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-27T09:00:00Z"));
  final Store store;
  final Audit audit;
  final Settings settings;
  Alerts alerts;
  final Set<Id> gone = ConcurrentHashMap.newKeySet();
  private final Keyring keyring;
  private final Vault vault;

  private AlertHome(Path directory, List<Channel> channels, boolean mail) {
    Unlock unlock = new Unlock.Credential(Secret.copyOf(new byte[32]));
    Path file = directory.resolve("keyring");
    keyring = Files.exists(file) ? Keyring.open(file, unlock) : Keyring.create(file, unlock);
    store = Store.open(directory.resolve("database"), keyring.databaseKey());
    audit = new Audit(store, clock);
    settings = new Settings(store, audit, clock);
    vault = new Vault(keyring, clock);
    alerts =
        mail
            ? Alerts.of(store, vault, audit, settings, new Staff(), clock)
            : new Alerts(store, vault, audit, settings, new Staff(), clock);
    channels.forEach(alerts::join);
  }

  /// Forgets every alert, who is gone, and what is in memory.
  void empty(Channel channel) {
    store.change(tx -> {
      tx.update("delete from alert_telling");
      tx.update("delete from alert");
    });
    gone.clear();
    alerts = new Alerts(store, vault, audit, settings, new Staff(), clock);
    alerts.join(channel);
  }

  static AlertHome with(Path directory, Channel... channels) {
    return new AlertHome(directory, List.of(channels), false);
  }

  /// With e-mail, which no server takes yet.
  static AlertHome withMail(Path directory) {
    return new AlertHome(directory, List.of(), true);
  }

  static Reader reader(Id staff) {
    return new Reader(staff, Set.of(ROLES.getOrDefault(staff, "")));
  }

  Alert raise(Notice notice) {
    Id alert = store.write(tx -> alerts.raise(tx, notice));
    return found(alert);
  }

  /// For ONA alone.
  Alert test() {
    return raise(Notice.to(ONA, Kind.TEST, "ona", ADMIN));
  }

  Alert found(Id alert) {
    return store.read(sql -> AlertTable.find(sql, alert)).orElseThrow();
  }

  void later(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  Alerts.Outcome acknowledge(Alert alert, Id staff) {
    return alerts.acknowledge(alert.id(), reader(staff), new Actor.Person(staff), "192.0.2.1");
  }

  /// The acts on record about `alert`, in order.
  List<String> acts(Alert alert) {
    return entries(alert).stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
  }

  /// Act and reason of each entry about `alert`.
  List<String> entries(Alert alert) {
    return store.read(sql -> audit.from(sql, 0, 5_000)).stream()
        .filter(entry -> entry.about().equals(alert.id().toString()))
        .map(entry -> entry.act() + " " + entry.reason())
        .toList();
  }

  @Override
  public void close() {
    alerts.close();
    store.close();
    keyring.close();
  }

  private final class Staff implements People {
    @Override
    public List<Person> with(Sql sql, String role) {
      return ROLES.entrySet().stream()
          .filter(entry -> entry.getValue().equals(role))
          .flatMap(entry -> find(sql, entry.getKey()).stream())
          .toList();
    }

    @Override
    public Optional<Person> find(Sql sql, Id staff) {
      return Optional.of(new Person(staff, staff.equals(SAM) ? "es" : "en"))
          .filter(person -> ROLES.containsKey(staff) && !gone.contains(staff));
    }
  }
}

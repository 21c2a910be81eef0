package hospital.wardbell.directory;

import hospital.wardbell.Authenticator;
import hospital.wardbell.alert.Alerts;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.directory.DirectoryServer.Security;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.Enrolment;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.PeopleDesk.Person;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.SignIn.Result;
import hospital.wardbell.identity.StaffCircle;
import hospital.wardbell.identity.Standing;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A home that asks a directory, with two administrators of its own, and a clock to set.
final class DirectoryHome implements AutoCloseable {
  static final Actor IT = new Actor.Operator("admin");
  static final String DESK = "192.0.2.10";

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-27T09:00:00Z"));
  final Store store;
  final Alerts alerts;
  final Identity identity;
  final Directory directory;
  final Enrolment ada;
  final Enrolment alan;
  private final Keyring keyring;

  DirectoryHome(Path place) {
    Unlock unlock = new Unlock.Credential(Secret.copyOf(new byte[32]));
    keyring = Keyring.create(place.resolve("keyring"), unlock);
    store = Store.open(place.resolve("database"), keyring.databaseKey());
    Vault vault = new Vault(keyring, clock);
    Audit audit = new Audit(store, clock);
    Settings settings = new Settings(store, audit, clock);
    alerts = Alerts.of(store, vault, audit, settings, new StaffCircle(vault), clock);
    identity = Identity.of(store, vault, audit, settings, alerts, clock);
    directory = new Directory(store, vault, audit, alerts, identity, clock);
    ada = administrator("ada");
    alan = administrator("alan");
  }

  private Enrolment administrator(String login) {
    return identity
        .accounts()
        .add(new NewStaff(login, "Local " + login, Set.of(Role.IT), List.of(), "en"), IT);
  }

  void ask(Slapd slapd) throws IOException {
    ask(slapd.server(Security.STARTTLS));
  }

  void ask(DirectoryServer server) {
    directory.set(server, Slapd.password(), IT);
  }

  void map(String group, Role role) {
    directory.grants().set(Ldif.groupDn(group), Set.of(role), Set.of(), IT);
  }

  void map(String group, Role role, Id team) {
    directory.grants().set(Ldif.groupDn(group), Set.of(role), Set.of(team), IT);
  }

  Report sync() {
    return directory.follow(IT, false);
  }

  Optional<Person> person(String login) {
    return identity.accounts().find(login).flatMap(staff -> identity.people().person(staff.id()));
  }

  Optional<Standing> standing(String login) {
    return person(login).map(Person::standing);
  }

  Set<Role> roles(String login) {
    return person(login).orElseThrow().staff().roles();
  }

  Result password(String login, String password) {
    clock.pass(Duration.ofMinutes(20)); // no failure of before counts
    return identity.signIn().password(login, Secret.copyOf(password.toCharArray()), DESK);
  }

  boolean isRight(String login, String password) {
    return password(login, password) instanceof Result.CodeDue;
  }

  /// Signs in for the first time: an administrator has handed over a code, by which an app is set
  /// up.
  Result.Welcome enrolled(String login) {
    Secret leave = identity.factorDesk().reset(login, IT, "cli");
    Id due = ((Result.CodeDue) password(login, "pw-" + login)).pending();
    Result _ = identity.signIn().enrol(due, text(leave), DESK);
    String app = text(identity.signIn().ways(due).orElseThrow().newApp().orElseThrow());
    return (Result.Welcome) identity.signIn().code(due, new Authenticator(app, clock).code(), DESK);
  }

  boolean isOpen(Result.Welcome session) {
    return identity.sessions().find(session.cookie(), true).isPresent();
  }

  static String text(Secret secret) {
    return secret.lend(octets -> new String(octets, StandardCharsets.UTF_8));
  }

  /// The entries of the record that name it.
  List<String> audited(String word) {
    return store
        .read(sql -> sql.list("select entry from audit_entry order by leaf", r -> r.text("entry")))
        .stream()
        .filter(entry -> entry.contains(word))
        .toList();
  }

  /// What is open to be known by somebody.
  List<hospital.wardbell.alert.Kind> alerted() {
    return alerts.open().stream().map(alert -> alert.kind()).toList();
  }

  @Override
  public void close() {
    directory.close();
    identity.close();
    alerts.close();
    store.close();
    keyring.close();
  }
}

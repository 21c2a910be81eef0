package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A database with keys and nobody in it, and a clock to set.
final class Home implements AutoCloseable {
  static final Actor ADMIN = new Actor.Operator("admin");
  static final String DESK = "192.0.2.10";

  final SettableClock clock = new SettableClock();
  final Store store;
  final Vault vault;
  final Audit audit;
  final Settings settings;
  final Identity identity;
  private final Keyring keyring;
  private int people;

  Home(Path directory) {
    Unlock unlock = new Unlock.Credential(Secret.copyOf(new byte[32]));
    keyring = Keyring.create(directory.resolve("keyring"), unlock);
    store = Store.open(directory.resolve("database"), keyring.databaseKey());
    vault = new Vault(keyring);
    audit = new Audit(store, clock);
    settings = new Settings(store, audit, clock);
    identity = Identity.of(store, new Vault(keyring), audit, settings, clock);
  }

  /// As after a restart: the same rows, nothing in memory.
  Identity restarted() {
    return Identity.of(store, new Vault(keyring), audit, new Settings(store, audit, clock), clock);
  }

  /// A nurse of the front desk with a login that nobody has had.
  Enrolment nurse() {
    return person(Role.NURSE);
  }

  Enrolment person(Role role) {
    people++;
    return identity
        .accounts()
        .add(
            new Accounts.NewStaff(
                "person" + people,
                "Person " + people,
                Set.of(role),
                List.of(identity.accounts().frontDesk()),
                "en"),
            ADMIN);
  }

  /// The code an authenticator app shows now.
  String code(Staff staff) {
    return codeOf(staff, Totp.step(clock.instant()));
  }

  String codeOf(Staff staff, long step) {
    StaffTable.Factor factor =
        store.read(sql -> new StaffTable(vault).factor(sql, staff.id())).orElseThrow();
    return factor.secret().lend(secret -> Totp.code(secret, step));
  }

  /// Signed in without the ceremony.
  SignIn.Result.Welcome welcome(Staff staff) {
    return store.write(tx -> identity.sessions().open(tx, staff, DESK));
  }

  /// The entries that name `thing`, as kept.
  List<String> audited(Id thing) {
    return store
        .read(sql -> sql.list("select entry from audit_entry order by leaf", r -> r.text("entry")))
        .stream()
        .filter(entry -> entry.contains(thing.toString()))
        .toList();
  }

  static String text(Secret secret) {
    return secret.lend(octets -> new String(octets, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    store.close();
    keyring.close();
  }
}

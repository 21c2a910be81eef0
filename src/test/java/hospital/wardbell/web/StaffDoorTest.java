package hospital.wardbell.web;

import static hospital.wardbell.identity.Permission.READ_CONVERSATIONS;
import static hospital.wardbell.identity.Permission.SEE_SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.alert.Alerts;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.identity.StaffCircle;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.Vault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The doorkeeper over the home's own sessions, permissions and audit log.
class StaffDoorTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private Keyring keyring;
  private Store store;
  private Identity identity;
  private Doorkeeper door;

  @BeforeEach
  void open(@TempDir Path directory) {
    InstantSource clock = InstantSource.fixed(NOON);
    keyring =
        Keyring.create(
            directory.resolve("keyring"), new Unlock.Credential(Secret.copyOf(new byte[32])));
    store = Store.open(directory.resolve("database"), keyring.databaseKey());
    Audit audit = new Audit(store, clock);
    Vault vault = new Vault(keyring);
    Settings settings = new Settings(store, audit, clock);
    Alerts alerts = Alerts.of(store, vault, audit, settings, new StaffCircle(vault), clock);
    identity = Identity.of(store, vault, audit, settings, alerts, clock);
    door = Doorkeeper.of(identity, audit);
  }

  @AfterEach
  void close() {
    store.close();
    keyring.close();
  }

  @Test
  void it_runs_the_box_and_reads_no_conversation() {
    Session it = session(Role.IT);

    assertThat(door.permits(it, SEE_SYSTEM)).isTrue();
    assertThat(door.permits(it, READ_CONVERSATIONS)).isFalse();
  }

  @Test
  void a_refusal_is_on_record_with_who_what_and_where() {
    Session it = session(Role.IT);

    door.refused(it, READ_CONVERSATIONS.wildcard(), "192.0.2.7");

    assertThat(audited())
        .last()
        .asString()
        .contains("route.refused", "conversation:read", "192.0.2.7", it.staff().id().toString());
  }

  @Test
  void a_cookie_that_nobody_was_given_opens_nothing() {
    assertThat(door.session("made-up", true)).isEmpty();
  }

  private Session session(Role role) {
    List<Id> teams = List.of(identity.accounts().frontDesk());
    var person = new Accounts.NewStaff("sam", "Sam", Set.of(role), teams, "en");
    Staff staff = identity.accounts().add(person, new Actor.Operator("admin")).staff();
    return new Session(Id.random(), staff, "csrf", NOON, NOON, false);
  }

  private List<String> audited() {
    return store.read(
        sql -> sql.list("select entry from audit_entry order by leaf", r -> r.text("entry")));
  }
}

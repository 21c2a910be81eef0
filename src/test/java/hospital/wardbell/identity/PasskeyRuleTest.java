package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.SignIn.Result;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyRuleTest {
  private static final Result REFUSED = new Result.Refused();

  private Home home;
  private Guests guests;
  private Enrolment pat;
  private Session session;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    guests = new Guests(home);
    home.identity.passkeys().serve(RelyingParty.of(List.of("wardbell.test"), 8443).orElseThrow());
  }

  @BeforeEach
  void askThePrivacyOfficers() {
    pat = home.person(Role.PRIVACY);
    session = home.welcome(pat.staff()).session();
    home.settings.set(Settings.Key.PASSKEY_DUTIES, "privacy,box", Home.ADMIN);
  }

  @AfterAll
  void close() {
    home.close();
  }

  private Id due() {
    return ((Result.CodeDue)
            home.identity.signIn().password(pat.staff().login(), pat.password(), guests.origin()))
        .pending();
  }

  private Result code(String code) {
    return home.identity.signIn().code(due(), code, guests.origin());
  }

  private List<Permission> permitted(Staff staff) {
    return Arrays.stream(Permission.values())
        .filter(permission -> home.identity.permits(staff, permission))
        .toList();
  }

  private SoftAuthenticator passkey() throws Exception {
    SoftAuthenticator made = SoftAuthenticator.es256();
    String options = home.identity.passkeys().toMake(session).orElseThrow();
    assertThat(home.identity.passkeys().add(session, "Key", made.make(options), Home.DESK))
        .isEqualTo(Passkeys.Outcome.ADDED);
    return made;
  }

  @Test
  void who_has_none_comes_in_by_a_code_and_may_do_nothing_but_add_one() throws Exception {
    assertThat(code(home.code(pat.staff()))).isInstanceOf(Result.Welcome.class);

    assertThat(home.identity.mustAddPasskey(pat.staff())).isTrue();
    assertThat(permitted(pat.staff()))
        .containsExactlyInAnyOrder(Permission.UNLOCK, Permission.ENROL);

    var _ = passkey();
    assertThat(home.identity.mustAddPasskey(pat.staff())).isFalse();
    assertThat(permitted(pat.staff())).contains(Permission.READ_AUDIT, Permission.OWN_SESSION);
  }

  @Test
  void who_has_one_comes_in_by_nothing_else() throws Exception {
    List<String> paper = home.identity.factors().newRecoveryCodes(session, Home.DESK);
    SoftAuthenticator key = passkey();

    Id due = due();
    Ways ways = home.identity.signIn().ways(due).orElseThrow();
    assertThat(ways.app()).isFalse();
    assertThat(ways.recovery()).isFalse();
    assertThat(home.identity.signIn().code(due, home.code(pat.staff()), guests.origin()))
        .isEqualTo(REFUSED);
    home.clock.forward(Backoff.LOCK);
    assertThat(code(paper.getFirst())).isEqualTo(REFUSED);
    assertThat(home.identity.factors().of(pat.staff().id()).recoveryCodes())
        .as("a code that was refused is not used up")
        .isEqualTo(RecoveryCodes.MANY);
    home.clock.forward(Backoff.LOCK);
    Id again = due();
    String options = home.identity.signIn().ways(again).orElseThrow().passkey().orElseThrow();
    assertThat(home.identity.signIn().passkey(again, key.show(options), guests.origin()))
        .isInstanceOf(Result.Welcome.class);
  }

  @Test
  void the_last_one_stays_though_there_is_an_app() throws Exception {
    var _ = passkey();
    Id only = home.identity.factors().of(pat.staff().id()).passkeys().getFirst().id();

    assertThat(home.identity.factors().removePasskey(session, only, Home.DESK)).isFalse();
    home.settings.set(Settings.Key.PASSKEY_DUTIES, "", Home.ADMIN);
    assertThat(home.identity.factors().removePasskey(session, only, Home.DESK)).isTrue();
  }

  @Test
  void other_duties_are_asked_for_none_and_sees_what_they_did() {
    Staff dana = home.nurse().staff();

    assertThat(home.identity.mustAddPasskey(dana)).isFalse();
    assertThat(home.identity.sight(dana, Permission.READ_CONVERSATIONS).teams()).isNotEmpty();
    home.settings.set(Settings.Key.PASSKEY_DUTIES, "care", Home.ADMIN);
    assertThat(home.identity.sight(dana, Permission.READ_CONVERSATIONS).teams()).isEmpty();
  }

  @Test
  void where_none_can_be_made_none_is_asked_for() {
    Identity nameless =
        Identity.of(home.store, home.vault, home.audit, home.settings, home.alerts, home.clock);

    assertThat(nameless.mustAddPasskey(pat.staff())).isFalse();
  }
}

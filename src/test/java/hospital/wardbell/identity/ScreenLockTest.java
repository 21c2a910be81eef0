package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.ScreenLock.Outcome;
import hospital.wardbell.identity.SignIn.Result.Welcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenLockTest {
  private static final String PIN = "402817";

  private Home home;
  private Sessions sessions;
  private ScreenLock lock;
  private Enrolment dana;
  private Welcome welcome;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    sessions = home.identity.sessions();
    lock = home.identity.screenLock();
    home.identity.passkeys().serve(RelyingParty.of(List.of("wardbell.test"), 8443).orElseThrow());
  }

  @BeforeEach
  void signIn() {
    dana = home.nurse();
    welcome = home.welcome(dana.staff());
  }

  @AfterAll
  void close() {
    home.close();
  }

  private Session session() {
    return sessions.find(welcome.cookie(), true).orElseThrow();
  }

  private Outcome open(String typed) {
    try (Secret secret = Secret.copyOf(typed.toCharArray())) {
      return lock.open(session(), secret, Home.DESK);
    }
  }

  private boolean set(String pin) {
    try (Secret secret = Secret.copyOf(pin.toCharArray())) {
      return lock.pin(session(), secret, Home.DESK);
    }
  }

  @Test
  void a_locked_session_opens_with_the_pin_and_is_the_same_one() {
    assertThat(set(PIN)).isTrue();
    sessions.lock(session(), Home.DESK);
    assertThat(session().locked()).isTrue();

    assertThat(open("402818")).isEqualTo(Outcome.WRONG);
    assertThat(session().locked()).isTrue();
    assertThat(open(PIN)).isEqualTo(Outcome.OPEN);

    assertThat(session().locked()).isFalse();
    assertThat(session().id()).isEqualTo(welcome.session().id());
    assertThat(home.audited(welcome.session().id()))
        .anySatisfy(entry -> assertThat(entry).contains("session.unlock-refused"))
        .last()
        .asString()
        .contains("session.unlocked");
  }

  @Test
  void without_a_pin_it_opens_with_the_password_and_nobody_elses() {
    Enrolment other = home.nurse();
    sessions.lock(session(), Home.DESK);

    assertThat(open(Home.text(other.password()))).isEqualTo(Outcome.WRONG);
    assertThat(open(Home.text(dana.password()))).isEqualTo(Outcome.OPEN);
  }

  private SoftAuthenticator passkey() throws Exception {
    SoftAuthenticator made = SoftAuthenticator.es256();
    String options = home.identity.passkeys().toMake(session()).orElseThrow();
    assertThat(home.identity.passkeys().add(session(), "Key", made.make(options), Home.DESK))
        .isEqualTo(Passkeys.Outcome.ADDED);
    return made;
  }

  private Outcome show(String shown) {
    return lock.open(session(), shown, Home.DESK);
  }

  @Test
  void it_opens_with_a_passkey_shown_for_this_lock_and_once() throws Exception {
    assertThat(lock.passkey(session())).isEmpty();
    SoftAuthenticator key = passkey();
    sessions.lock(session(), Home.DESK);

    String shown = key.show(lock.passkey(session()).orElseThrow());
    assertThat(show(shown)).isEqualTo(Outcome.OPEN);
    assertThat(session().locked()).isFalse();

    sessions.lock(session(), Home.DESK);
    assertThat(show(shown)).as("shown again").isEqualTo(Outcome.WRONG);
    assertThat(session().locked()).isTrue();
  }

  @Test
  void a_passkey_of_somebody_else_or_for_another_page_or_session_opens_nothing() throws Exception {
    SoftAuthenticator key = passkey();
    SoftAuthenticator strange = SoftAuthenticator.es256();
    Welcome elsewhere = home.welcome(dana.staff());
    sessions.lock(session(), Home.DESK);

    assertThat(show(strange.show(lock.passkey(session()).orElseThrow()))).isEqualTo(Outcome.WRONG);
    assertThat(show(key.show(lock.passkey(elsewhere.session()).orElseThrow())))
        .isEqualTo(Outcome.WRONG);
    String stepUp = home.identity.stepUp().passkey(session()).orElseThrow();
    assertThat(show(key.show(stepUp))).isEqualTo(Outcome.WRONG);
    key.origin = "https://wardbell.test:9443";
    assertThat(show(key.show(lock.passkey(session()).orElseThrow()))).isEqualTo(Outcome.WRONG);
    assertThat(show("{}")).as("the fifth").isEqualTo(Outcome.ENDED);
    assertThat(sessions.find(welcome.cookie(), true)).isEmpty();
  }

  @Test
  void the_fifth_wrong_try_ends_the_session_and_locks_no_account() {
    assertThat(set(PIN)).isTrue();
    sessions.lock(session(), Home.DESK);
    for (int i = 1; i < ScreenLock.MOST_TRIES; i++) {
      assertThat(open("000001")).isEqualTo(Outcome.WRONG);
    }

    assertThat(open("000001")).isEqualTo(Outcome.ENDED);

    assertThat(sessions.find(welcome.cookie(), true)).isEmpty();
    assertThat(home.identity.signIn().password(dana.staff().login(), dana.password(), Home.DESK))
        .isInstanceOf(SignIn.Result.CodeDue.class);
  }

  @Test
  void tries_are_counted_over_a_restart() {
    sessions.lock(session(), Home.DESK);
    for (int i = 1; i < ScreenLock.MOST_TRIES; i++) {
      assertThat(open("wrong")).isEqualTo(Outcome.WRONG);
    }

    Identity after = home.restarted();
    Session found = after.sessions().find(welcome.cookie(), true).orElseThrow();
    assertThat(after.screenLock().open(found, Secret.copyOf("wrong".toCharArray()), Home.DESK))
        .isEqualTo(Outcome.ENDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12345", "000000", "123456", "98765432", "1234567890123", "40281a", "４０２８１７"})
  void what_is_too_easy_or_no_digits_is_no_pin(String pin) {
    assertThat(set(pin)).isFalse();
    assertThat(lock.hasPin(dana.staff())).isFalse();
  }

  @Test
  void a_pin_is_kept_stretched_and_opens_no_sign_in() {
    assertThat(set(PIN)).isTrue();
    String kept = home.store.read(sql -> PinTable.find(sql, dana.staff().id())).orElseThrow();

    assertThat(kept).doesNotContain(PIN);
    assertThat(
            home.identity
                .signIn()
                .password(dana.staff().login(), Secret.copyOf(PIN.toCharArray()), Home.DESK))
        .isEqualTo(new SignIn.Result.Refused());
  }
}

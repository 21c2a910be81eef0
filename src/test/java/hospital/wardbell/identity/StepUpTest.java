package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.SignIn.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepUpTest {
  private static final Optional<Result> REFUSED = Optional.of(new Result.Refused());

  private Home home;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
  }

  @AfterAll
  void close() {
    home.close();
  }

  private StepUp stepUp() {
    return home.identity.stepUp();
  }

  private Optional<Result> prove(Session session, Secret password, String code) {
    return stepUp().prove(session, password, code, Home.DESK);
  }

  private Session signedIn(Enrolment person) {
    return home.welcome(person.staff()).session();
  }

  @Test
  void password_and_code_hold_for_five_minutes_of_that_session_alone() {
    Enrolment pat = home.person(Role.PRIVACY);
    Session session = signedIn(pat);
    Session other = signedIn(pat);
    assertThat(stepUp().isFresh(session)).isFalse();

    assertThat(prove(session, pat.password(), home.code(pat.staff()))).isEmpty();

    assertThat(stepUp().isFresh(session)).isTrue();
    assertThat(stepUp().isFresh(other)).isFalse();
    assertThat(home.audited(session.id()))
        .last()
        .asString()
        .contains("session.proven", Home.DESK, "staff:" + pat.staff().id());
    home.clock.forward(StepUp.GOOD_FOR.minusSeconds(1));
    assertThat(stepUp().isFresh(session)).isTrue();
    home.clock.forward(Duration.ofSeconds(1));
    assertThat(stepUp().isFresh(session)).isFalse();
  }

  @Test
  void a_code_that_was_used_does_not_do_again() {
    Enrolment pat = home.person(Role.PRIVACY);
    Session session = signedIn(pat);
    String code = home.code(pat.staff());
    assertThat(prove(session, pat.password(), code)).isEmpty();

    assertThat(prove(session, pat.password(), code)).isEqualTo(REFUSED);
  }

  @Test
  void a_wrong_password_or_code_is_refused_counted_and_makes_wait() {
    Enrolment pat = home.person(Role.PRIVACY);
    Session session = signedIn(pat);
    Secret wrong = Secret.copyOf("wrong horse".toCharArray());

    assertThat(prove(session, wrong, home.code(pat.staff()))).isEqualTo(REFUSED);
    assertThat(prove(session, pat.password(), home.code(pat.staff())).orElseThrow())
        .isInstanceOf(Result.Wait.class);
    home.clock.forward(Duration.ofSeconds(1));
    assertThat(prove(session, pat.password(), "000000")).isEqualTo(REFUSED);
    assertThat(stepUp().isFresh(session)).isFalse();
    assertThat(home.audited(pat.staff().id()))
        .filteredOn(entry -> entry.contains("sign-in.refused"))
        .hasSize(2);
  }

  @Test
  void somebody_else_s_password_and_code_do_not_do() {
    Session session = signedIn(home.person(Role.PRIVACY));
    Enrolment other = home.person(Role.PRIVACY);

    assertThat(prove(session, other.password(), home.code(other.staff()))).isEqualTo(REFUSED);
  }
}

package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.FactorNotices.Kind;
import hospital.wardbell.identity.OwnPassword.Result;
import hospital.wardbell.identity.SignIn.Result.Welcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPasswordTest {
  private Home home;
  private Guests guests;
  private Enrolment dana;
  private Welcome here;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    guests = new Guests(home);
  }

  @BeforeEach
  void signIn() {
    dana = home.nurse();
    here = home.welcome(dana.staff());
  }

  @AfterAll
  void close() {
    home.close();
  }

  private Result change(String present, String password, String again) {
    try (Secret was = Guests.secret(present);
        Secret is = Guests.secret(password);
        Secret twice = Guests.secret(again)) {
      return home.identity.ownPassword().change(here.session(), was, is, twice, guests.origin());
    }
  }

  private Result change(String present) {
    return change(present, Guests.PASSWORD, Guests.PASSWORD);
  }

  private String present() {
    return Home.text(dana.password());
  }

  private SignIn.Result password(String typed) {
    return home.identity
        .signIn()
        .password(dana.staff().login(), Guests.secret(typed), guests.origin());
  }

  @Test
  void the_new_one_opens_the_account_the_former_nothing_and_other_sessions_end() {
    Welcome elsewhere = home.welcome(dana.staff());
    SignIn.Result waiting = password(present());
    LinkDesk.Issued link =
        home.identity.links().renew(dana.staff().id(), Home.ADMIN, guests.origin());

    assertThat(change(present())).isEqualTo(new Result.Changed());

    Sessions sessions = home.identity.sessions();
    assertThat(sessions.find(here.cookie(), true)).isPresent();
    assertThat(sessions.find(elsewhere.cookie(), true)).isEmpty();
    var due = ((SignIn.Result.CodeDue) waiting).pending();
    assertThat(home.identity.signIn().code(due, home.code(dana.staff()), guests.origin()))
        .as("the former, which was right before, waits for no code any more")
        .isEqualTo(new SignIn.Result.Refused());
    assertThat(guests.begin(link)).isEqualTo(new Admission.Result.Refused());
    assertThat(password(Guests.PASSWORD)).isInstanceOf(SignIn.Result.CodeDue.class);
    assertThat(password(present())).isEqualTo(new SignIn.Result.Refused());
    assertThat(home.identity.notices().of(dana.staff().id()))
        .extracting(FactorNotices.Notice::kind)
        .containsExactly(Kind.PASSWORD_CHANGED);
    assertThat(home.audited(dana.staff().id()))
        .anyMatch(entry -> entry.contains("staff.password-changed"));
  }

  @Test
  void a_wrong_present_one_changes_nothing_and_counts_like_a_wrong_sign_in() {
    assertThat(change("not the one that it is")).isEqualTo(new Result.Wrong());

    assertThat(change(present())).isInstanceOf(Result.Wait.class);
    home.clock.forward(Backoff.LOCK);
    assertThat(password(present())).isInstanceOf(SignIn.Result.CodeDue.class);
    assertThat(home.audited(dana.staff().id()))
        .anyMatch(entry -> entry.contains("sign-in.refused") && entry.contains("\"password\""))
        .noneMatch(entry -> entry.contains("staff.password-changed"));
  }

  @Test
  void what_others_try_first_or_was_mistyped_is_not_taken() {
    assertThat(change(present(), "short", "short"))
        .isEqualTo(new Result.Unfit(PasswordPolicy.Problem.TOO_SHORT));
    String about = dana.staff().login() + "-wardbell-2026";
    assertThat(change(present(), about, about))
        .isEqualTo(new Result.Unfit(PasswordPolicy.Problem.ABOUT));
    assertThat(change(present(), Guests.PASSWORD, Guests.PASSWORD + "x"))
        .isEqualTo(new Result.Unlike());

    assertThat(password(present())).isInstanceOf(SignIn.Result.CodeDue.class);
  }

  @Test
  void whose_session_has_ended_meanwhile_changes_nothing() {
    home.identity.sessions().end(here.session(), Home.DESK);

    assertThat(change(present())).isEqualTo(new Result.Ended());
    assertThat(password(present())).isInstanceOf(SignIn.Result.CodeDue.class);
  }
}

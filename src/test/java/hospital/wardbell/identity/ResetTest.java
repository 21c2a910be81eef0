package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Admission.Result;
import hospital.wardbell.identity.Admission.Shown;
import hospital.wardbell.identity.LinkDesk.Issued;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResetTest {
  private Home home;
  private Guests guests;
  private Enrolment dana;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    guests = new Guests(home);
  }

  @BeforeEach
  void hire() {
    dana = home.nurse();
  }

  @AfterAll
  void close() {
    home.close();
  }

  private Issued reset() {
    return home.identity.links().renew(dana.staff().id(), Home.ADMIN, Home.DESK);
  }

  private SignIn.Result password(Secret password) {
    return home.identity.signIn().password(dana.staff().login(), password, guests.origin());
  }

  @Test
  void a_link_and_a_one_time_code_let_choose_a_new_password_and_all_sessions_end() {
    String cookie = home.welcome(dana.staff()).cookie();
    SignIn.Result.CodeDue waiting = (SignIn.Result.CodeDue) password(dana.password());
    Issued issued = reset();
    Shown shown = guests.shown(issued);

    assertThat(issued.invitation()).isFalse();
    assertThat(shown.otpauth()).isEmpty();
    assertThat(guests.finish(shown, Guests.PASSWORD, home.code(dana.staff())))
        .isEqualTo(new Result.Changed());

    assertThat(home.identity.sessions().find(cookie, true)).isEmpty();
    assertThat(home.restarted().sessions().find(cookie, true)).isEmpty();
    home.clock.forward(Duration.ofSeconds(30));
    assertThat(home.identity.signIn().code(waiting.pending(), home.code(dana.staff()), Home.DESK))
        .isEqualTo(new SignIn.Result.Refused());
    assertThat(password(dana.password())).isEqualTo(new SignIn.Result.Refused());
    home.clock.forward(Duration.ofMinutes(1));
    assertThat(password(Guests.secret(Guests.PASSWORD))).isInstanceOf(SignIn.Result.CodeDue.class);
    assertThat(home.audited(dana.staff().id()))
        .anyMatch(entry -> entry.contains("staff.reset-begun") && entry.contains("os:admin"))
        .anyMatch(entry -> entry.contains("\"staff.reset\""));
  }

  @Test
  void until_it_is_used_all_is_as_before() {
    String cookie = home.welcome(dana.staff()).cookie();
    Result _ = guests.begin(reset());

    assertThat(home.identity.sessions().find(cookie, true)).isPresent();
    assertThat(password(dana.password())).isInstanceOf(SignIn.Result.CodeDue.class);
  }

  @Test
  void without_the_second_factor_a_link_changes_nothing_and_guessing_locks_the_account() {
    Shown shown = guests.shown(reset());
    for (int i = 1; i <= 10; i++) {
      String wrong = home.codeOf(dana.staff(), guests.step() + 100);
      assertThat(guests.finish(shown, Guests.PASSWORD, wrong))
          .isEqualTo(new Result.WrongCode(shown));
      if (i < 10) {
        home.clock.forward(Backoff.ACCOUNT.after(i));
      }
    }

    assertThat(guests.finish(shown, Guests.PASSWORD, home.code(dana.staff())))
        .isEqualTo(new Result.Later(shown, Backoff.LOCK));
    assertThat(home.audited(dana.staff().id())).anyMatch(e -> e.contains("sign-in.locked"));
    home.clock.forward(Backoff.LOCK);
    assertThat(password(dana.password())).isInstanceOf(SignIn.Result.CodeDue.class);
  }

  @Test
  void a_wrong_code_makes_the_next_wait_also_at_sign_in() {
    Shown shown = guests.shown(reset());
    String wrong = home.codeOf(dana.staff(), guests.step() + 100);

    assertThat(guests.finish(shown, Guests.PASSWORD, wrong)).isEqualTo(new Result.WrongCode(shown));
    assertThat(guests.finish(shown, Guests.PASSWORD, home.code(dana.staff())))
        .isEqualTo(new Result.Later(shown, Duration.ofSeconds(1)));
    assertThat(password(dana.password())).isInstanceOf(SignIn.Result.Wait.class);
  }

  @Test
  void a_code_that_was_used_to_sign_in_is_refused() {
    SignIn.Result.CodeDue due = (SignIn.Result.CodeDue) password(dana.password());
    String code = home.code(dana.staff());
    assertThat(home.identity.signIn().code(due.pending(), code, Home.DESK))
        .isInstanceOf(SignIn.Result.Welcome.class);
    Shown shown = guests.shown(reset());

    assertThat(guests.finish(shown, Guests.PASSWORD, code)).isEqualTo(new Result.WrongCode(shown));
  }

  @Test
  void of_two_who_use_a_link_at_once_one_changes_the_password() throws Exception {
    Issued issued = reset();
    Shown one = guests.shown(issued);
    Shown other = guests.shown(issued);
    String code = home.code(dana.staff());
    List<Callable<Result>> both =
        List.of(
            () -> guests.finish(one, "the password of one", code),
            () -> guests.finish(other, "that of the other", code));
    try (var threads = Executors.newFixedThreadPool(2)) {
      assertThat(threads.invokeAll(both).stream().map(Future::resultNow))
          .containsExactlyInAnyOrder(new Result.Changed(), new Result.Refused());
    }
  }

  @Test
  void a_day_later_or_after_a_new_one_a_link_is_void() {
    Issued first = reset();
    Issued second = reset();

    assertThat(guests.begin(first)).isEqualTo(new Result.Refused());
    home.clock.forward(LinkDesk.RESET);
    assertThat(guests.begin(second)).isEqualTo(new Result.Refused());
  }

  @Test
  void nobody_begins_it_for_the_own_account() {
    assertThatThrownBy(() ->
            home.identity
                .links()
                .renew(dana.staff().id(), new Actor.Person(dana.staff().id()), Home.DESK))
        .isInstanceOfSatisfying(
            Unlawful.class, e -> assertThat(e.rule()).isEqualTo(Unlawful.Rule.OWN));
  }
}

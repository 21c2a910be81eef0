package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.identity.SignIn.Result;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
  private static final long ARGON2_OCTETS = 19L * 1024 * 1024;
  private static final long PBKDF2_NANOS = 30_000_000;
  private static final Result REFUSED = new Result.Refused();

  private Home home;
  private int origins;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
  }

  @AfterAll
  void close() {
    home.close();
  }

  @Test
  void password_and_code_let_a_person_in() {
    Enrolment dana = home.nurse();

    Result.Welcome welcome = (Result.Welcome) code(due(dana), home.code(dana.staff()));

    assertThat(welcome.session().staff()).isEqualTo(dana.staff());
    assertThat(home.identity.sessions().find(welcome.cookie(), true)).contains(welcome.session());
    assertThat(home.audited(welcome.session().id()))
        .singleElement()
        .asString()
        .contains("\"sign-in\"", "staff:" + dana.staff().id(), Home.DESK);
  }

  @Test
  void a_login_is_the_same_in_capitals_and_with_spaces_around_it() {
    Enrolment dana = home.nurse();

    assertThat(password(" " + dana.staff().login().toUpperCase(Locale.ROOT) + " ", dana))
        .isInstanceOf(Result.CodeDue.class);
  }

  @Test
  void a_code_lets_in_once_and_the_next_one_again() {
    Enrolment dana = home.nurse();
    String code = home.code(dana.staff());

    assertThat(code(due(dana), code)).isInstanceOf(Result.Welcome.class);
    assertThat(code(due(dana), code)).isEqualTo(REFUSED);
    home.clock.forward(Duration.ofSeconds(30));
    assertThat(code(due(dana), home.code(dana.staff()))).isInstanceOf(Result.Welcome.class);
  }

  @Test
  void of_two_who_show_the_same_code_at_once_one_comes_in() throws Exception {
    Enrolment dana = home.nurse();
    String code = home.code(dana.staff());
    List<Callable<Result>> both =
        List.of(due(dana), due(dana)).stream()
            .map(pending -> (Callable<Result>) () -> code(pending, code))
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Result> results = threads.invokeAll(both).stream().map(Future::resultNow).toList();

      assertThat(results).filteredOn(Result.Welcome.class::isInstance).hasSize(1);
    }
  }

  @Test
  void a_pending_sign_in_is_good_for_one_welcome_and_five_minutes() {
    Enrolment dana = home.nurse();
    Id used = due(dana);
    assertThat(code(used, home.code(dana.staff()))).isInstanceOf(Result.Welcome.class);
    home.clock.forward(Duration.ofSeconds(30));
    assertThat(code(used, home.code(dana.staff()))).isEqualTo(REFUSED);

    Id late = due(dana);
    home.clock.forward(Duration.ofMinutes(5));
    assertThat(code(late, home.code(dana.staff()))).isEqualTo(REFUSED);
    assertThat(code(Id.random(), home.code(dana.staff()))).isEqualTo(REFUSED);
  }

  @Test
  void a_wrong_password_and_an_unknown_login_are_answered_alike() {
    Enrolment dana = home.nurse();
    String origin = origin();

    assertThat(wrong(dana.staff().login(), origin)).isEqualTo(REFUSED);
    assertThat(wrong("nobody.here", origin)).isEqualTo(REFUSED);
    assertThat(wrong(dana.staff().login(), origin)).isEqualTo(wrong("nobody.here", origin));
  }

  @Test
  void an_unknown_login_is_stretched_like_a_known_one() {
    String known = home.nurse().staff().login();

    assertThat(stretches(() -> wrong(known, origin()))).isTrue();
    assertThat(stretches(() -> wrong("nobody.there", origin()))).isTrue();
    assertThat(stretches(() -> wrong(known, origin()))).isFalse(); // must wait
  }

  @Test
  void each_failure_makes_the_next_wait_longer() {
    String login = home.nurse().staff().login();

    assertThat(wrong(login, origin())).isEqualTo(REFUSED);
    assertThat(wrong(login, origin())).isEqualTo(new Result.Wait(Duration.ofSeconds(1)));
    home.clock.forward(Duration.ofSeconds(1));
    assertThat(wrong(login, origin())).isEqualTo(REFUSED);
    home.clock.forward(Duration.ofSeconds(1));
    assertThat(wrong(login, origin())).isEqualTo(new Result.Wait(Duration.ofSeconds(1)));
  }

  @Test
  void ten_failures_lock_out_the_right_password_too_for_a_quarter_of_an_hour() {
    Enrolment dana = home.nurse();
    String login = dana.staff().login();
    fail(login, 10, result -> result.equals(REFUSED));

    assertThat(password(login, dana)).isEqualTo(new Result.Wait(Backoff.LOCK));
    assertThat(home.restarted().signIn().password(login, dana.password(), origin()))
        .isEqualTo(new Result.Wait(Backoff.LOCK));
    assertThat(home.audited(dana.staff().id()))
        .filteredOn(entry -> entry.contains("sign-in.locked"))
        .hasSize(1);

    home.clock.forward(Backoff.LOCK);
    assertThat(password(login, dana)).isInstanceOf(Result.CodeDue.class);
  }

  @Test
  void wrong_codes_count_like_wrong_passwords() {
    Enrolment dana = home.nurse();
    Id pending = due(dana);
    String wrong = home.codeOf(dana.staff(), Totp.step(home.clock.instant()) + 100);

    assertThat(code(pending, wrong)).isEqualTo(REFUSED);
    assertThat(code(pending, home.code(dana.staff()))).isInstanceOf(Result.Wait.class);
    home.clock.forward(Duration.ofSeconds(1));
    assertThat(code(pending, home.code(dana.staff()))).isInstanceOf(Result.Welcome.class);
  }

  @Test
  void signing_in_forgets_the_failures_before_it() {
    Enrolment dana = home.nurse();
    fail(dana.staff().login(), 3, result -> result.equals(REFUSED));
    assertThat(code(due(dana), home.code(dana.staff()))).isInstanceOf(Result.Welcome.class);

    assertThat(wrong(dana.staff().login(), origin())).isEqualTo(REFUSED);
    assertThat(wrong(dana.staff().login(), origin()))
        .isEqualTo(new Result.Wait(Duration.ofSeconds(1)));
  }

  @Test
  void an_origin_that_fails_at_many_accounts_is_slowed() {
    String origin = origin();
    for (int i = 0; i < 11; i++) {
      assertThat(wrong("guess" + i, origin)).isEqualTo(REFUSED);
    }

    assertThat(wrong("guess11", origin)).isEqualTo(new Result.Wait(Duration.ofSeconds(1)));
    assertThat(wrong("guess11", origin())).isEqualTo(REFUSED);
  }

  @Test
  void a_refusal_is_on_record_with_account_and_origin_but_not_what_was_typed() {
    Enrolment dana = home.nurse();
    String origin = origin();
    Result _ = wrong(dana.staff().login(), origin);

    assertThat(home.audited(dana.staff().id()))
        .filteredOn(entry -> entry.contains("sign-in.refused"))
        .singleElement()
        .asString()
        .contains(origin, "password")
        .doesNotContain("wrong horse", dana.staff().login());
  }

  private void fail(String login, int times, Predicate<Result> as) {
    for (int i = 1; i <= times; i++) {
      assertThat(wrong(login, origin())).matches(as);
      if (i < times) {
        home.clock.forward(Backoff.ACCOUNT.after(i));
      }
    }
    if (!Backoff.ACCOUNT.locks(times)) {
      home.clock.forward(Backoff.ACCOUNT.after(times));
    }
  }

  /// One that nobody has failed from.
  private String origin() {
    origins++;
    return "198.51.100." + origins;
  }

  private Id due(Enrolment person) {
    return ((Result.CodeDue) password(person.staff().login(), person)).pending();
  }

  private Result password(String login, Enrolment person) {
    return home.identity.signIn().password(login, person.password(), Home.DESK);
  }

  private Result wrong(String login, String origin) {
    Secret password = Secret.copyOf("wrong horse battery".toCharArray());
    return home.identity.signIn().password(login, password, origin);
  }

  private Result code(Id pending, String code) {
    return home.identity.signIn().code(pending, code, Home.DESK);
  }

  /// Whether `work` stretches a password on this thread: Argon2id shows by the heap it takes,
  /// PBKDF2 by the time.
  private static boolean stretches(Runnable work) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long octets = threads.getCurrentThreadAllocatedBytes();
    long nanos = threads.getCurrentThreadCpuTime();
    work.run();
    octets = threads.getCurrentThreadAllocatedBytes() - octets;
    nanos = threads.getCurrentThreadCpuTime() - nanos;
    return Cryptography.ofThisBuild().hasArgon2id() ? octets > ARGON2_OCTETS : nanos > PBKDF2_NANOS;
  }
}

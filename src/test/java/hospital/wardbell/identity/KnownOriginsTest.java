package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.FactorNotices.Kind;
import hospital.wardbell.identity.FactorNotices.Notice;
import hospital.wardbell.identity.SignIn.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownOriginsTest {
  private static final String WARD = "10.0.0.7";
  private static final String HOME = "10.0.0.8";
  private static final Duration STEP = Duration.ofSeconds(30);

  private Home home;
  private Identity identity;
  private Enrolment dana;

  @BeforeEach
  void open(@TempDir Path directory) {
    home = new Home(directory);
    identity = home.identity;
    dana = home.nurse();
  }

  @AfterEach
  void close() {
    home.close();
  }

  private Result signIn(String origin) {
    home.clock.forward(STEP);
    Result password = password(dana.password(), origin);
    return password instanceof Result.CodeDue(var due)
        ? identity.signIn().code(due, home.code(dana.staff()), origin)
        : password;
  }

  private Result password(Secret password, String origin) {
    return identity.signIn().password(dana.staff().login(), password, origin);
  }

  /// Ten times, each as soon as it may be tried, each from another address.
  private void guess(String origins) {
    for (int i = 0; i < 10; i++) {
      home.clock.forward(Backoff.ACCOUNT.after(i));
      try (Secret wrong = Secret.copyOf("not the password".toCharArray())) {
        assertThat(password(wrong, origins.formatted(i))).isEqualTo(new Result.Refused());
      }
    }
  }

  private List<Kind> told() {
    return identity.notices().of(dana.staff().id()).stream().map(Notice::kind).toList();
  }

  @Test
  void who_guesses_from_elsewhere_keeps_nobody_out_at_their_own_place() {
    assertThat(signIn(WARD)).isInstanceOf(Result.Welcome.class);
    guess("203.0.113.%d");

    assertThat(signIn(HOME)).isInstanceOf(Result.Wait.class);
    assertThat(signIn(WARD)).isInstanceOf(Result.Welcome.class);
  }

  @Test
  void that_the_owner_came_in_gives_whoever_guesses_elsewhere_no_new_tries() {
    assertThat(signIn(WARD)).isInstanceOf(Result.Welcome.class);
    guess("203.0.113.%d");
    assertThat(signIn(WARD)).isInstanceOf(Result.Welcome.class);

    assertThat(signIn("203.0.113.200")).isInstanceOf(Result.Wait.class);
  }

  @Test
  void who_guesses_at_the_owner_s_own_place_is_slowed_and_locked_there() {
    assertThat(signIn(WARD)).isInstanceOf(Result.Welcome.class);
    guess(WARD);

    assertThat(signIn(WARD)).isInstanceOf(Result.Wait.class);
    home.clock.forward(Backoff.LOCK);
    assertThat(signIn(WARD)).isInstanceOf(Result.Welcome.class);
  }

  @Test
  void a_place_is_known_over_a_restart_and_forgotten_after_a_month() {
    assertThat(signIn(WARD)).isInstanceOf(Result.Welcome.class);
    identity = home.restarted();
    guess("203.0.113.%d");
    assertThat(signIn(WARD)).isInstanceOf(Result.Welcome.class);

    home.clock.forward(KnownOrigins.MEMORY);
    guess("203.0.113.%d");
    assertThat(signIn(WARD)).isInstanceOf(Result.Wait.class);
  }

  @Test
  void a_sign_in_from_elsewhere_is_told_to_the_owner_the_first_ever_is_not() {
    assertThat(signIn(WARD)).isInstanceOf(Result.Welcome.class);
    assertThat(signIn(WARD)).isInstanceOf(Result.Welcome.class);
    assertThat(told()).isEmpty();

    assertThat(signIn(HOME)).isInstanceOf(Result.Welcome.class);
    assertThat(told()).containsExactly(Kind.ELSEWHERE);

    assertThat(signIn(HOME)).isInstanceOf(Result.Welcome.class);
    assertThat(told()).containsExactly(Kind.ELSEWHERE);
  }

  @Test
  void the_rows_name_nobody_and_no_address() {
    assertThat(signIn(WARD)).isInstanceOf(Result.Welcome.class);

    List<byte[]> kept =
        home.store.read(
            sql -> sql.list("select subject from sign_in_origin", row -> row.bytes("subject")));
    assertThat(kept).singleElement().satisfies(subject -> assertThat(subject).hasSize(32));
  }
}

package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.identity.SignIn.Result.Welcome;
import hospital.wardbell.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Home home;
  private Sessions sessions;
  private Staff dana;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    sessions = home.identity.sessions();
  }

  @BeforeEach
  void hire() {
    dana = home.nurse().staff();
  }

  @AfterAll
  void close() {
    home.close();
  }

  @Test
  void a_session_is_locked_a_quarter_of_an_hour_after_the_last_act() {
    Welcome welcome = home.welcome(dana);
    home.clock.forward(MINUTE.multipliedBy(14));
    assertThat(isLocked(sessions, welcome)).isFalse();
    home.clock.forward(MINUTE.multipliedBy(15));

    assertThat(isLocked(sessions, welcome)).isTrue();
    assertThat(home.audited(welcome.session().id())).last().asString().contains("locked", "idle");
    assertThat(isLocked(home.restarted().sessions(), welcome)).isTrue();
  }

  @Test
  void a_nurses_session_ends_an_hour_after_the_last_act_whatever_is_asked_of_it_locked() {
    Welcome welcome = home.welcome(dana);
    for (int i = 0; i < 5; i++) {
      home.clock.forward(MINUTE.multipliedBy(10));
      assertThat(sessions.find(welcome.cookie(), i > 1)).isPresent();
    }
    home.clock.forward(MINUTE.multipliedBy(10));

    assertThat(sessions.find(welcome.cookie(), true)).isEmpty();
    assertThat(home.audited(welcome.session().id())).last().asString().contains("idle");
  }

  @Test
  void who_shows_no_patients_is_signed_out_sooner() {
    String it = home.welcome(home.person(Role.IT).staff()).cookie();
    home.clock.forward(MINUTE.multipliedBy(29));
    assertThat(sessions.find(it, false)).isPresent();
    home.clock.forward(MINUTE);

    assertThat(sessions.find(it, false)).isEmpty();
  }

  @Test
  void what_is_not_the_persons_own_doing_prolongs_nothing() {
    Welcome welcome = home.welcome(dana);
    home.clock.forward(MINUTE.multipliedBy(14));
    assertThat(sessions.find(welcome.cookie(), false)).contains(welcome.session());
    home.clock.forward(MINUTE);

    assertThat(isLocked(sessions, welcome)).isTrue();
  }

  @Test
  void a_session_ends_after_twelve_hours_however_busy() {
    Welcome welcome = home.welcome(dana);
    for (int i = 0; i < 71; i++) {
      home.clock.forward(MINUTE.multipliedBy(10));
      assertThat(sessions.find(welcome.cookie(), true)).isPresent();
    }
    home.clock.forward(MINUTE.multipliedBy(10));

    assertThat(sessions.find(welcome.cookie(), true)).isEmpty();
    assertThat(home.audited(welcome.session().id())).last().asString().contains("age");
  }

  @Test
  void shorter_times_that_are_set_hold_at_once_and_for_that_duty_only() {
    Welcome nurse = home.welcome(dana);
    Welcome it = home.welcome(home.person(Role.IT).staff());
    home.settings.set(Settings.Key.SESSIONS_CARE, "2/5/10", Home.ADMIN);
    try {
      assertThat(sessions.lockAfter(dana)).isEqualTo(MINUTE.multipliedBy(2));
      home.clock.forward(MINUTE.multipliedBy(2));
      assertThat(isLocked(sessions, nurse)).isTrue();
      assertThat(isLocked(sessions, it)).isFalse();
      home.clock.forward(MINUTE.multipliedBy(3));
      assertThat(sessions.find(nurse.cookie(), true)).isEmpty();

      Welcome busy = home.welcome(dana);
      for (int i = 0; i < 9; i++) {
        home.clock.forward(MINUTE);
        assertThat(sessions.find(busy.cookie(), true)).isPresent();
      }
      home.clock.forward(MINUTE);
      assertThat(sessions.find(busy.cookie(), true)).isEmpty();
    } finally {
      home.settings.set(Settings.Key.SESSIONS_CARE, "15/60/720", Home.ADMIN);
    }
  }

  @Test
  void a_restart_signs_nobody_out() {
    Welcome welcome = home.welcome(dana);
    Sessions after = home.restarted().sessions();

    assertThat(after.find(welcome.cookie(), true)).contains(welcome.session());
    assertThat(after.find(welcome.cookie(), true)).contains(welcome.session());
  }

  @Test
  void the_idle_time_runs_on_over_a_restart() {
    String cookie = home.welcome(dana).cookie();
    home.clock.forward(MINUTE.multipliedBy(10));
    assertThat(sessions.find(cookie, true)).isPresent();

    Sessions after = home.restarted().sessions();
    home.clock.forward(MINUTE.multipliedBy(59));
    assertThat(after.find(cookie, false)).isPresent();
    home.clock.forward(MINUTE);
    assertThat(after.find(cookie, true)).isEmpty();
  }

  @Test
  void the_last_act_is_written_at_most_once_a_minute() {
    Welcome welcome = home.welcome(dana);
    Instant first = active(welcome);
    home.clock.forward(Duration.ofSeconds(59));
    assertThat(sessions.find(welcome.cookie(), true)).isPresent();
    assertThat(active(welcome)).isEqualTo(first);

    home.clock.forward(Duration.ofSeconds(1));
    assertThat(sessions.find(welcome.cookie(), true)).isPresent();
    assertThat(active(welcome)).isEqualTo(first.plus(MINUTE));
  }

  @Test
  void signing_out_ends_the_session_everywhere_and_is_on_record() {
    Welcome welcome = home.welcome(dana);
    sessions.end(welcome.session(), Home.DESK);
    sessions.end(welcome.session(), Home.DESK);

    assertThat(sessions.find(welcome.cookie(), true)).isEmpty();
    assertThat(home.restarted().sessions().find(welcome.cookie(), true)).isEmpty();
    assertThat(home.audited(welcome.session().id()))
        .hasSize(2)
        .last()
        .asString()
        .contains("session.ended", "sign-out", Home.DESK, "staff:" + dana.id());
  }

  @Test
  void all_of_one_persons_sessions_end_and_nobody_elses() {
    String first = home.welcome(dana).cookie();
    String second = home.welcome(dana).cookie();
    String other = home.welcome(home.nurse().staff()).cookie();
    home.store.change(tx -> sessions.endAll(tx, dana.id()));

    assertThat(sessions.find(first, true)).isEmpty();
    assertThat(sessions.find(second, true)).isEmpty();
    assertThat(sessions.find(other, true)).isPresent();
  }

  @Test
  void one_too_many_ends_the_longest_idle() {
    List<String> cookies = new ArrayList<>();
    for (int i = 0; i < Sessions.MOST_PER_PERSON; i++) {
      cookies.add(home.welcome(dana).cookie());
      home.clock.forward(MINUTE);
    }
    assertThat(sessions.find(cookies.getFirst(), true)).isPresent();
    cookies.add(home.welcome(dana).cookie());

    assertThat(sessions.find(cookies.get(1), true)).isEmpty();
    cookies.remove(1);
    assertThat(cookies).allSatisfy(c -> assertThat(sessions.find(c, true)).isPresent());
  }

  @Test
  void sessions_that_nobody_asks_for_are_cleared_away_at_the_next_sign_in() {
    Welcome forgotten = home.welcome(dana);
    home.clock.forward(MINUTE.multipliedBy(62));
    Welcome _ = home.welcome(home.nurse().staff());

    assertThat(home.audited(forgotten.session().id())).last().asString().contains("idle");
  }

  @Test
  void a_welcome_has_a_cookie_and_a_form_token_of_its_own() {
    Welcome first = home.welcome(dana);
    Welcome second = home.welcome(dana);

    assertThat(first.cookie()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(second.cookie());
    assertThat(first.session().csrf()).matches("[0-9a-f]{32}");
    assertThat(first.session().csrf()).isNotEqualTo(second.session().csrf());
  }

  @Test
  void a_cookie_that_we_did_not_make_finds_nothing() {
    assertThat(sessions.find("", true)).isEmpty();
    assertThat(sessions.find(Bearer.random(), true)).isEmpty();
  }

  @Test
  void the_cookie_is_neither_kept_nor_printed() {
    Welcome welcome = home.welcome(dana);
    byte[] kept =
        home.store
            .read(sql ->
                sql.one(
                    "select cookie_hash from staff_session where id = ?",
                    row -> row.bytes("cookie_hash"),
                    welcome.session().id()))
            .orElseThrow();

    assertThat(kept).hasSize(32);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(welcome.cookie());
    assertThat(welcome.toString())
        .doesNotContain(welcome.cookie(), welcome.session().csrf(), dana.name());
  }

  private static boolean isLocked(Sessions sessions, Welcome welcome) {
    return sessions.find(welcome.cookie(), true).orElseThrow().locked();
  }

  private Instant active(Welcome welcome) {
    return home.store
        .read(sql ->
            sql.one(
                "select active_at from staff_session where id = ?",
                row -> row.instant("active_at"),
                welcome.session().id()))
        .orElseThrow();
  }
}

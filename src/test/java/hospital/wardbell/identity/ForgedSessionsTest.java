package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.SignIn.Result.Welcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who can write the rows, and has no key, tries to make a session of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedSessionsTest {
  private Home home;
  private Staff dana;
  private Welcome welcome;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
  }

  @BeforeEach
  void signIn() {
    dana = home.nurse().staff();
    welcome = home.welcome(dana);
  }

  @AfterAll
  void close() {
    home.close();
  }

  /// As after a restart, when only the rows tell.
  private boolean opens(String cookie) {
    return home.restarted().sessions().find(cookie, true).isPresent();
  }

  private void change(String set, Object... arguments) {
    assertThat(
            home.store.<Integer>write(
                tx -> tx.update("update staff_session set " + set + " where id = ?", arguments)))
        .isEqualTo(1);
  }

  @Test
  void a_row_that_was_written_for_a_cookie_of_their_own_opens_nothing() {
    String cookie = Bearer.random();
    Instant now = home.clock.instant();
    Id forged = Id.random();
    home.store.change(tx ->
        tx.update(
            """
            insert into staff_session
              (id, cookie_hash, proof, staff, csrf, origin, browser, machine, began_at, active_at,
               ends_at)
            select ?, ?, proof, staff, csrf, origin, browser, machine, began_at, ?, ends_at
            from staff_session where id = ?
            """,
            forged,
            Bearer.hash(cookie),
            now,
            welcome.session().id()));

    assertThat(opens(cookie)).isFalse();
    assertThat(home.audited(forged)).last().asString().contains("session.ended", "forged");
    assertThat(opens(welcome.cookie())).as("the one it was copied from").isTrue();
  }

  @Test
  void the_own_row_with_somebody_elses_name_in_it_opens_nothing() {
    Staff administrator = home.person(Role.IT).staff();
    change("staff = ?", administrator.id(), welcome.session().id());

    assertThat(opens(welcome.cookie())).isFalse();
  }

  @Test
  void a_cookie_put_in_the_place_of_anothers_opens_nothing() {
    Welcome administrator = home.welcome(home.person(Role.IT).staff());
    String cookie = Bearer.random();
    change("cookie_hash = ?", Bearer.hash(cookie), administrator.session().id());

    assertThat(opens(cookie)).isFalse();
  }

  @Test
  void a_row_that_says_it_lasts_longer_does_not() {
    change(
        "ends_at = ?, active_at = ?",
        home.clock.instant().plus(Duration.ofDays(300)),
        home.clock.instant().plus(Duration.ofHours(12)),
        welcome.session().id());
    home.clock.forward(Duration.ofHours(12));

    assertThat(opens(welcome.cookie())).isFalse();
  }

  @Test
  void a_row_that_says_it_began_later_does_not_either() {
    change("began_at = ?", home.clock.instant().plus(Duration.ofHours(1)), welcome.session().id());

    assertThat(opens(welcome.cookie())).isFalse();
  }
}

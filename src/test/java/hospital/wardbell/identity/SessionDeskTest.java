package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.SessionDesk.Running;
import hospital.wardbell.identity.SignIn.Result.Welcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionDeskTest {
  private static final String LINUX =
      "Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.0.0 Safari/537.36";

  private Home home;
  private Sessions sessions;
  private SessionDesk desk;
  private Staff dana;
  private Welcome here;
  private Welcome there;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    sessions = home.identity.sessions();
    desk = home.identity.sessionDesk();
    home.identity.passkeys().serve(RelyingParty.of(List.of("wardbell.test"), 8443).orElseThrow());
  }

  @BeforeEach
  void signInTwice() {
    dana = home.nurse().staff();
    there = home.welcome(dana);
    home.clock.forward(Duration.ofMinutes(1));
    here = home.welcome(dana);
  }

  @AfterAll
  void close() {
    home.close();
  }

  private boolean runs(Welcome welcome) {
    boolean now = sessions.find(welcome.cookie(), false).isPresent();
    assertThat(home.restarted().sessions().find(welcome.cookie(), false).isPresent())
        .as("as after a restart")
        .isEqualTo(now);
    return now;
  }

  private Actor self() {
    return dana.actor();
  }

  @Test
  void everybody_sees_where_they_are_signed_in_the_last_used_first() {
    sessions.begun(there.cookie(), LINUX);
    home.clock.forward(Duration.ofMinutes(2));
    assertThat(sessions.find(there.cookie(), true)).isPresent();

    List<Running> list = desk.of(dana.id());

    assertThat(list).extracting(Running::id).containsExactly(id(there), id(here));
    assertThat(list.getFirst())
        .returns(Home.DESK, Running::origin)
        .returns(home.clock.instant(), Running::used)
        .returns(home.clock.instant().minus(Duration.ofMinutes(3)), Running::began)
        .returns(Browser.Kind.CHROME, running -> running.browser().kind())
        .returns(Browser.Machine.LINUX, running -> running.browser().machine())
        .returns(false, Running::locked);
    assertThat(home.restarted().sessionDesk().of(dana.id()))
        .extracting(Running::id)
        .containsExactly(id(there), id(here));
    assertThat(list.toString()).doesNotContain(there.cookie(), there.session().csrf());
  }

  @Test
  void what_is_over_is_on_no_list() {
    home.clock.forward(Duration.ofMinutes(61));

    assertThat(desk.of(dana.id())).isEmpty();
    assertThat(home.restarted().sessionDesk().of(dana.id())).isEmpty();
  }

  @Test
  void one_of_the_own_ends_by_its_id_and_no_other() {
    assertThat(desk.end(dana.id(), id(there), self(), Home.DESK)).isTrue();

    assertThat(runs(there)).isFalse();
    assertThat(runs(here)).isTrue();
    assertThat(desk.end(dana.id(), id(there), self(), Home.DESK)).isFalse();
    assertThat(home.audited(id(there)))
        .last()
        .asString()
        .contains("session.ended", "\"person\"", "staff:" + dana.id(), Home.DESK);
  }

  @Test
  void another_persons_does_not_end_whoever_knows_its_id() {
    Staff other = home.nurse().staff();
    Welcome theirs = home.welcome(other);

    assertThat(desk.end(dana.id(), id(theirs), self(), Home.DESK)).isFalse();
    assertThat(runs(theirs)).isTrue();
    assertThat(sessions.find(id(theirs).toString(), true)).as("its id is no cookie").isEmpty();
  }

  @Test
  void all_others_end_and_the_one_at_hand_stays() {
    desk.endOthers(here.session(), Home.DESK);

    assertThat(runs(there)).isFalse();
    assertThat(runs(here)).isTrue();
  }

  @Test
  void an_administrator_ends_one_or_all_and_it_is_on_record_who() {
    assertThat(desk.end(dana.id(), id(there), Home.ADMIN, "cli")).isTrue();
    assertThat(runs(there)).isFalse();
    assertThat(runs(here)).isTrue();

    assertThat(desk.endAll(dana.id(), Home.ADMIN, "cli")).isEqualTo(1);
    assertThat(runs(here)).isFalse();
    assertThat(desk.endAll(dana.id(), Home.ADMIN, "cli")).isZero();
    assertThat(home.audited(id(here)))
        .last()
        .asString()
        .contains("session.ended", "administrator", "os:admin");
  }

  @Test
  void whoever_changes_a_factor_is_signed_out_everywhere_else() throws Exception {
    Session session = here.session();
    assertThat(home.identity.factors().newRecoveryCodes(session, Home.DESK)).isNotEmpty();
    assertThat(runs(there)).isFalse();
    assertThat(home.audited(id(there))).last().asString().contains("session.ended", "factors");

    there = home.welcome(dana);
    String options = home.identity.passkeys().toMake(session).orElseThrow();
    String made = SoftAuthenticator.es256().make(options);
    assertThat(home.identity.passkeys().add(session, "Key", made, Home.DESK))
        .isEqualTo(Passkeys.Outcome.ADDED);
    assertThat(runs(there)).isFalse();

    there = home.welcome(dana);
    assertThat(home.identity.factors().removeApp(session, Home.DESK)).isTrue();
    assertThat(runs(there)).isFalse();
    assertThat(runs(here)).isTrue();
  }

  private static Id id(Welcome welcome) {
    return welcome.session().id();
  }
}

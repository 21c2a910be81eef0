package hospital.wardbell.identity;

import static hospital.wardbell.identity.PeopleDeskTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.alert.People;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.OffBoarding.Step;
import hospital.wardbell.identity.Tokens.Scope;
import hospital.wardbell.identity.Unlawful.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OffBoardingTest {
  private static final SignIn.Result REFUSED = new SignIn.Result.Refused();

  private Home home;
  private Guests guests;
  private OffBoardingDesk desk;
  private Enrolment dana;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    guests = new Guests(home);
    desk = home.identity.offBoarding();
    home.identity.passkeys().serve(RelyingParty.of(List.of("wardbell.test"), 8443).orElseThrow());
  }

  @BeforeEach
  void hire() {
    dana = home.nurse();
    home.clock.forward(Duration.ofMinutes(1));
  }

  @AfterAll
  void close() {
    home.close();
  }

  private Id id() {
    return dana.staff().id();
  }

  private OffBoarding offBoard() {
    return desk.offBoard(id(), Home.ADMIN, "cli");
  }

  private SignIn.Result password() {
    return home.identity.signIn().password(dana.staff().login(), dana.password(), guests.origin());
  }

  private String token(Actor by) {
    return Home.text(
        home.identity
            .tokens()
            .create("Program", Set.of(Scope.SEND), home.identity.accounts().frontDesk(), by));
  }

  private long entries(String act) {
    return home.audited(id()).stream().filter(entry -> entry.contains(act)).count();
  }

  @Test
  void all_that_lets_in_is_ended_and_taken_away_and_each_is_told() throws Exception {
    var here = home.welcome(dana.staff());
    var codes = home.identity.factors().newRecoveryCodes(here.session(), Home.DESK);
    String options = home.identity.passkeys().toMake(here.session()).orElseThrow();
    String made = SoftAuthenticator.es256().make(options);
    assertThat(home.identity.passkeys().add(here.session(), "Key", made, Home.DESK))
        .isEqualTo(Passkeys.Outcome.ADDED);
    var there = home.welcome(dana.staff());
    assertThat(home.identity.screenLock().pin(here.session(), Guests.secret("402817"), Home.DESK))
        .isTrue();
    String own = token(dana.staff().actor());
    String others = token(Home.ADMIN);
    LinkDesk.Issued link = home.identity.links().renew(id(), Home.ADMIN, "cli");
    Id waiting = ((SignIn.Result.CodeDue) password()).pending();

    OffBoarding done = offBoard();

    assertThat(home.identity.sessions().find(here.cookie(), true)).isEmpty();
    assertThat(home.restarted().sessions().find(there.cookie(), true)).isEmpty();
    assertThat(home.identity.signIn().code(waiting, codes.getFirst(), guests.origin()))
        .isEqualTo(REFUSED);
    assertThat(password()).isEqualTo(REFUSED);
    assertThat(guests.begin(link)).isEqualTo(new Admission.Result.Refused());
    assertThat(home.identity.tokens().find(own)).isEmpty();
    assertThat(home.identity.tokens().find(others)).isPresent();
    assertThat(home.identity.factors().of(id()))
        .isEqualTo(new Factors.Standing(false, List.of(), 0));
    assertThat(home.identity.screenLock().hasPin(dana.staff())).isFalse();
    assertThat(home.identity.people().person(id()).orElseThrow().staff().teams()).isEmpty();
    assertThat(done.at()).isEqualTo(home.clock.instant());
    assertThat(done.by()).isEqualTo("os:admin");
    assertThat(done.steps())
        .containsOnlyKeys(Step.values())
        .containsEntry(Step.DISABLED, 1)
        .containsEntry(Step.SESSIONS, 2)
        .containsEntry(Step.LINKS, 1)
        .containsEntry(Step.TOKENS, 1)
        .containsEntry(Step.TEAMS, 1)
        .containsEntry(Step.APP, 1)
        .containsEntry(Step.PASSKEYS, 1)
        .containsEntry(Step.RECOVERY_CODES, 10)
        .containsEntry(Step.PIN, 1);
    assertThat(home.audited(id()))
        .anyMatch(entry ->
            entry.contains("staff.off-boarded")
                && entry.contains("sessions 2, links 1, tokens 1")
                && entry.contains("os:admin"));
  }

  @Test
  void done_twice_it_is_done_once() {
    OffBoarding first = offBoard();
    home.clock.forward(Duration.ofHours(1));

    assertThat(offBoard()).isEqualTo(first);
    assertThat(desk.of(id())).contains(first);
    assertThat(entries("staff.off-boarded")).isEqualTo(1);
  }

  @Test
  void somebody_who_was_disabled_before_leaves_too() {
    home.identity.people().disable(id(), Home.ADMIN, "cli");
    assertThat(desk.of(id())).isEmpty();

    assertThat(offBoard().steps()).containsEntry(Step.DISABLED, 0).containsEntry(Step.APP, 1);
  }

  @Test
  void who_comes_back_is_let_in_by_nothing_of_before_and_is_invited_anew() {
    var _ = offBoard();
    home.identity.people().enable(id(), Home.ADMIN, "cli");

    assertThat(desk.of(id())).isEmpty();
    assertThat(password()).isEqualTo(REFUSED);
    assertThat(home.identity.people().person(id()).orElseThrow().standing())
        .isEqualTo(Standing.INVITED);
    home.clock.forward(Duration.ofMinutes(1)); // what the refusal costs
    LinkDesk.Issued link = home.identity.links().renew(id(), Home.ADMIN, "cli");
    assertThat(link.invitation()).isTrue();
    var in = guests.opened(link).signedIn();
    assertThat(in.session().staff().teams()).isEmpty();

    assertThat(offBoard().steps()).containsEntry(Step.SESSIONS, 1);
    assertThat(entries("staff.off-boarded")).isEqualTo(2);
  }

  @Test
  void who_has_left_is_in_no_circle_of_an_alert() {
    Staff pat = home.person(Role.PRIVACY).staff();
    Staff ona = home.person(Role.PRIVACY).staff();
    StaffCircle circle = new StaffCircle(home.vault);

    var _ = desk.offBoard(pat.id(), Home.ADMIN, "cli");

    List<People.Person> told = home.store.read(sql -> circle.with(sql, "PRIVACY"));
    assertThat(told).extracting(People.Person::id).contains(ona.id()).doesNotContain(pat.id());
  }

  @Test
  void nobody_leaves_by_the_own_hand_nor_the_last_two_administrators() {
    refused(Rule.OWN, () -> desk.offBoard(id(), dana.staff().actor(), Home.DESK));
    refused(Rule.ABSENT, () -> desk.offBoard(Id.random(), Home.ADMIN, "cli"));
    Staff sam = home.person(Role.IT).staff();
    var cookie = home.welcome(sam).cookie();
    refused(Rule.LAST, () -> desk.offBoard(sam.id(), Home.ADMIN, "cli"));

    assertThat(home.identity.sessions().find(cookie, true)).isPresent();
    assertThat(home.audited(sam.id())).noneMatch(entry -> entry.contains("off-boarded"));
  }
}

package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.identity.SignIn.Result;
import hospital.wardbell.identity.Unlawful.Rule;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleDeskTest {
  private static final Result REFUSED = new Result.Refused();

  private Home home;
  private PeopleDesk desk;
  private Guests guests;
  private Enrolment dana;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    desk = home.identity.people();
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

  private Id id() {
    return dana.staff().id();
  }

  private Result password() {
    return home.identity.signIn().password(dana.staff().login(), dana.password(), guests.origin());
  }

  private Result code(Result due) {
    Id pending = ((Result.CodeDue) due).pending();
    return home.identity.signIn().code(pending, home.code(dana.staff()), guests.origin());
  }

  private void disable() {
    desk.disable(id(), Home.ADMIN, "cli");
  }

  @Test
  void whoever_is_disabled_is_out_at_once_and_stays_out() {
    String cookie = home.welcome(dana.staff()).cookie();
    Result waiting = password();

    disable();

    assertThat(home.identity.sessions().find(cookie, true)).isEmpty();
    assertThat(home.restarted().sessions().find(cookie, true)).isEmpty();
    assertThat(code(waiting)).isEqualTo(REFUSED);
    assertThat(password()).isEqualTo(REFUSED);
    assertThat(desk.person(id()).orElseThrow().standing()).isEqualTo(Standing.DISABLED);
    assertThat(home.identity.accounts().name(id())).contains(dana.staff().name());
    assertThat(home.audited(id()))
        .anyMatch(entry -> entry.contains("staff.disabled") && entry.contains("os:admin"))
        .anyMatch(entry -> entry.contains("sign-in.refused") && entry.contains("not-open"));
  }

  @Test
  void a_row_of_a_session_that_was_left_behind_lets_nobody_disabled_in() {
    String cookie = home.welcome(dana.staff()).cookie();
    boolean _ = home.store.write(tx -> StandingTable.disable(tx, id(), home.clock.instant()));

    assertThat(home.restarted().sessions().find(cookie, true)).isEmpty();
  }

  @Test
  void a_password_that_was_right_before_is_worth_no_code_after() {
    Result waiting = password();
    boolean _ = home.store.write(tx -> StandingTable.disable(tx, id(), home.clock.instant()));

    assertThat(code(waiting)).isEqualTo(REFUSED);
  }

  /// As a wrong password does: Argon2id shows by the heap it takes, PBKDF2 by the time.
  @Test
  void to_refuse_somebody_disabled_takes_as_long_as_a_wrong_password() {
    disable();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long octets = threads.getCurrentThreadAllocatedBytes();
    long nanos = threads.getCurrentThreadCpuTime();

    assertThat(password()).isEqualTo(REFUSED);

    octets = threads.getCurrentThreadAllocatedBytes() - octets;
    nanos = threads.getCurrentThreadCpuTime() - nanos;
    assertThat(Cryptography.ofThisBuild().hasArgon2id() ? octets : nanos)
        .isGreaterThan(19L * 1024 * 1024);
  }

  @Test
  void whoever_is_enabled_comes_in_by_password_and_code_of_before() {
    disable();
    desk.enable(id(), Home.ADMIN, "cli");

    assertThat(code(password())).isInstanceOf(Result.Welcome.class);
    assertThat(home.audited(id())).anyMatch(entry -> entry.contains("staff.enabled"));
  }

  @Test
  void whoever_had_not_used_an_invitation_is_invited_still_and_needs_a_new_one() {
    Id guest = guests.invited().staff().id();
    desk.disable(guest, Home.ADMIN, "cli");
    desk.enable(guest, Home.ADMIN, "cli");

    PeopleDesk.Person invited = desk.person(guest).orElseThrow();
    assertThat(invited.standing()).isEqualTo(Standing.INVITED);
    assertThat(invited.linkEnds()).isEmpty();
  }

  @Test
  void other_roles_hold_at_once() {
    String cookie = home.welcome(dana.staff()).cookie();
    Result waiting = password();

    desk.assign(id(), Set.of(Role.LEAD), Set.copyOf(dana.staff().teams()), Home.ADMIN, "cli");

    assertThat(home.identity.sessions().find(cookie, true)).isEmpty();
    assertThat(code(waiting)).isEqualTo(REFUSED);
    Result.Welcome welcome = (Result.Welcome) code(password());
    assertThat(welcome.session().staff().roles()).containsExactly(Role.LEAD);
    assertThat(home.audited(id()))
        .filteredOn(entry -> entry.contains("staff.roles-changed"))
        .singleElement()
        .asString()
        .contains("NURSE > LEAD");
  }

  /// The password was checked before, the code comes after: what counts is what holds by then.
  @Test
  void roles_that_changed_between_password_and_code_are_those_of_the_session() {
    Result waiting = password();
    home.store.change(tx -> StandingTable.roles(tx, id(), Set.of(Role.AUDITOR)));

    Result.Welcome welcome = (Result.Welcome) code(waiting);
    assertThat(welcome.session().staff().roles()).containsExactly(Role.AUDITOR);
  }

  @Test
  void teams_are_joined_and_left_on_record() {
    Id desk1 = home.identity.accounts().frontDesk();
    Id team = home.identity.accounts().addTeam("Team of " + dana.staff().login(), Home.ADMIN);
    Set<Role> roles = dana.staff().roles();
    home.clock.forward(Duration.ofSeconds(1));

    desk.assign(id(), roles, Set.of(team), Home.ADMIN, "cli");

    assertThat(desk.person(id()).orElseThrow().staff().teams()).containsExactly(team);
    assertThat(home.audited(id()))
        .anyMatch(e -> e.contains("staff.team-joined") && e.contains(team.toString()))
        .anyMatch(e -> e.contains("staff.team-left") && e.contains(desk1.toString()))
        .noneMatch(e -> e.contains("staff.roles-changed"));
  }

  @Test
  void what_is_so_already_ends_no_session() {
    String cookie = home.welcome(dana.staff()).cookie();
    desk.assign(id(), dana.staff().roles(), Set.copyOf(dana.staff().teams()), Home.ADMIN, "cli");

    assertThat(home.identity.sessions().find(cookie, true)).isPresent();
  }

  @Test
  void what_is_not_lawful_changes_nothing() {
    Set<Id> teams = Set.copyOf(dana.staff().teams());
    String cookie = home.welcome(dana.staff()).cookie();

    refused(Rule.ROLE, () -> desk.assign(id(), Set.of(), teams, Home.ADMIN, "cli"));
    refused(
        Rule.TEAM,
        () -> desk.assign(id(), Set.of(Role.LEAD), Set.of(Id.random()), Home.ADMIN, "cli"));
    refused(Rule.ABSENT, () -> desk.disable(Id.random(), Home.ADMIN, "cli"));
    assertThat(desk.person(id()).orElseThrow().staff()).isEqualTo(dana.staff());
    assertThat(home.identity.sessions().find(cookie, true)).isPresent();
    assertThat(home.audited(id())).noneMatch(e -> e.contains("roles-changed"));
  }

  @Test
  void nobody_changes_the_own_account() {
    Actor self = new Actor.Person(id());

    refused(Rule.OWN, () -> desk.assign(id(), Set.of(Role.IT), Set.of(), self, Home.DESK));
    refused(Rule.OWN, () -> desk.disable(id(), self, Home.DESK));
    refused(Rule.OWN, () -> desk.enable(id(), self, Home.DESK));
  }

  @Test
  void everybody_is_listed_by_login() {
    List<String> logins = desk.people().stream().map(p -> p.staff().login()).toList();

    assertThat(logins).isSorted().contains(dana.staff().login());
    assertThat(desk.person(Id.random())).isEmpty();
  }

  static void refused(Rule rule, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Unlawful.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}

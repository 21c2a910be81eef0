package hospital.wardbell.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.base.Id;
import hospital.wardbell.directory.PassedOver.Why;
import hospital.wardbell.directory.Report.Outcome;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.SignIn.Result;
import hospital.wardbell.identity.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Accounts follow the directory; against Debian's slapd, left out where it is not installed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyncTest {
  private static final String NURSES = Ldif.groupDn("nurses");

  private Slapd slapd;
  private DirectoryHome home;
  private Id ward;

  /// There are 40 nurses; Lee leads, in a group within a group, and these hold one another.
  @BeforeAll
  void start(@TempDir Path place) throws Exception {
    assumeTrue(Files.isExecutable(Slapd.PROGRAM), "slapd is not installed");
    slapd =
        Slapd.with(
            place.resolve("slapd"),
            Ldif.person("lee")
                + Ldif.person("visitor")
                + Ldif.people("n", 40)
                + Ldif.group("nurses", Ldif.dns("n", 40))
                + Ldif.group("leads", Ldif.groupDn("ward-leads"))
                + Ldif.group("ward-leads", Ldif.dn("lee"), Ldif.groupDn("leads")));
    home = new DirectoryHome(place);
    home.ask(slapd);
    ward = home.identity.accounts().addTeam("Ward 3", DirectoryHome.IT);
    home.map("nurses", Role.NURSE, ward);
    home.map("leads", Role.LEAD);
    assertThat(home.sync().outcome()).isEqualTo(Outcome.DONE);
  }

  @AfterAll
  void end() {
    if (home != null) {
      home.close();
    }
    if (slapd != null) {
      slapd.close();
    }
  }

  /// Somebody new in these groups, who has an account.
  private void come(String login, String... groups) {
    slapd.add(Ldif.person(login));
    for (String group : groups) {
      slapd.join(group, Ldif.dn(login));
    }
    assertThat(home.sync().outcome()).isEqualTo(Outcome.DONE);
  }

  private Result.Welcome nurse(String login) {
    come(login, NURSES);
    Result.Welcome session = home.enrolled(login);
    assertThat(home.isOpen(session)).isTrue();
    return session;
  }

  @Test
  void groups_give_roles_and_teams_also_through_groups_that_hold_one_another() {
    assertThat(home.roles("n39")).containsExactly(Role.NURSE);
    assertThat(home.person("n39").orElseThrow().staff().teams()).containsExactly(ward);
    assertThat(home.roles("lee")).containsExactly(Role.LEAD);
    assertThat(home.standing("visitor")).isEmpty();
    assertThat(home.sync().changed()).isZero();
  }

  @Test
  void a_leaver_is_out_with_the_next_look_and_on_record() {
    Result.Welcome dana = nurse("dana");
    slapd.leave(NURSES, Ldif.dn("dana"));
    slapd.delete(Ldif.dn("dana"));

    var rest = home.directory.turn();

    assertThat(rest).isEqualTo(Directory.INTERVAL);
    assertThat(home.isOpen(dana)).isFalse();
    assertThat(home.password("dana", "pw-dana")).isEqualTo(new Result.Refused());
    assertThat(home.standing("dana")).contains(Standing.DISABLED);
    assertThat(home.audited(dana.session().staff().id().toString()))
        .anyMatch(entry -> entry.contains("staff.disabled") && entry.contains("system:directory"));
  }

  @Test
  void who_is_in_no_group_any_more_is_out_and_comes_back_by_the_former_factor() {
    Result.Welcome eve = nurse("eve");
    slapd.leave(NURSES, Ldif.dn("eve"));

    assertThat(home.sync().out()).isEqualTo(1);
    assertThat(home.isOpen(eve)).isFalse();
    assertThat(home.isRight("eve", "pw-eve")).isFalse();

    slapd.join(NURSES, Ldif.dn("eve"));

    assertThat(home.sync().back()).isEqualTo(1);
    var due = (Result.CodeDue) home.password("eve", "pw-eve");
    assertThat(home.identity.signIn().ways(due.pending()).orElseThrow().app()).isTrue();
  }

  @Test
  void whom_an_administrator_disabled_the_directory_does_not_let_in_again() {
    come("gil", NURSES);
    slapd.leave(NURSES, Ldif.dn("gil"));
    assertThat(home.sync().out()).isEqualTo(1);
    disable("gil");
    slapd.join(NURSES, Ldif.dn("gil"));

    assertThat(home.sync().back()).isZero();
    assertThat(home.standing("gil")).contains(Standing.DISABLED);
  }

  @Test
  void who_was_off_boarded_stays_out_when_the_entry_is_back() {
    come("ivo", NURSES);
    slapd.leave(NURSES, Ldif.dn("ivo"));
    assertThat(home.sync().out()).isEqualTo(1);
    var _ = home.identity.offBoarding().offBoard(id("ivo"), DirectoryHome.IT, "cli");
    slapd.join(NURSES, Ldif.dn("ivo"));

    assertThat(home.sync().back()).isZero();
    assertThat(home.standing("ivo")).contains(Standing.DISABLED);
  }

  @Test
  void another_group_is_another_role_at_once_and_sessions_end() {
    Result.Welcome hope = nurse("hope");
    slapd.leave(NURSES, Ldif.dn("hope"));
    slapd.join(Ldif.groupDn("ward-leads"), Ldif.dn("hope"));

    assertThat(home.sync().changed()).isEqualTo(1);
    assertThat(home.isOpen(hope)).isFalse();
    assertThat(home.roles("hope")).containsExactly(Role.LEAD);
    assertThat(home.person("hope").orElseThrow().staff().teams()).isEmpty();
  }

  @Test
  void roles_that_must_be_apart_are_both_refused_and_the_person_is_on_a_list() {
    Result.Welcome jo = nurse("jo");
    slapd.add(Ldif.person("paul"));
    slapd.join(NURSES, Ldif.dn("paul"));
    slapd.add(Ldif.group("privacy", Ldif.dn("jo"), Ldif.dn("paul")));
    home.map("privacy", Role.PRIVACY);

    Report report = home.sync();

    assertThat(report.passedOver())
        .containsExactlyInAnyOrder(
            new PassedOver("jo", Why.APART), new PassedOver("paul", Why.APART));
    assertThat(home.isOpen(jo)).isFalse();
    assertThat(home.standing("jo")).contains(Standing.DISABLED);
    assertThat(home.standing("paul")).isEmpty();
    assertThat(home.directory.grants().remove(Ldif.groupDn("privacy"), DirectoryHome.IT)).isTrue();
  }

  @Test
  void nobody_takes_over_an_account_of_our_own_by_its_login() {
    come("ada", NURSES);

    assertThat(home.sync().passedOver()).containsExactly(new PassedOver("ada", Why.TAKEN));
    assertThat(home.roles("ada")).containsExactly(Role.IT);
    assertThat(home.isRight("ada", "pw-ada")).isFalse();
    slapd.leave(NURSES, Ldif.dn("ada"));
  }

  @Test
  void two_administrators_are_kept() {
    String administrators = Ldif.groupDn("it");
    slapd.add(Ldif.person("ira"));
    slapd.add(Ldif.person("iris"));
    slapd.add(Ldif.group("it", Ldif.dn("ira"), Ldif.dn("iris")));
    home.map("it", Role.IT);
    assertThat(home.sync().come()).isEqualTo(2);
    Result.Welcome ira = home.enrolled("ira");
    List.of("ada", "alan").forEach(this::disable);
    slapd.leave(administrators, Ldif.dn("ira"));

    Report report = home.sync();

    assertThat(report.passedOver()).containsExactly(new PassedOver("ira", Why.LAST));
    assertThat(home.roles("ira")).containsExactly(Role.IT);
    assertThat(home.isOpen(ira)).isFalse();
    for (String login : List.of("ada", "alan")) {
      home.identity.people().enable(id(login), DirectoryHome.IT, "cli");
    }
    assertThat(home.directory.grants().remove(administrators, DirectoryHome.IT)).isTrue();
    assertThat(home.sync().out()).isEqualTo(2);
  }

  private Id id(String login) {
    return home.person(login).orElseThrow().staff().id();
  }

  private void disable(String login) {
    home.identity.people().disable(id(login), DirectoryHome.IT, "cli");
  }

  @Test
  void a_preview_changes_nothing() {
    come("kim", NURSES);
    slapd.leave(NURSES, Ldif.dn("kim"));

    assertThat(home.directory.preview().out()).isEqualTo(1);
    assertThat(home.standing("kim")).contains(Standing.OPEN);
    assertThat(home.sync().out()).isEqualTo(1);
  }

  @Test
  void a_test_says_step_by_step_what_holds_and_what_somebody_would_be() {
    List<Examination.Step> steps = tested("lee");

    assertThat(steps).allMatch(Examination.Step::good);
    assertThat(steps.stream().map(Examination.Step::words))
        .anyMatch(words -> words.contains("TLSv1.3"))
        .anyMatch(words -> words.contains("people are in groups"))
        .anyMatch(words -> words.startsWith("Roles: LEAD."));
    assertThat(tested("*)(uid=*").getLast().good()).isFalse();
    assertThat(tested("*").getLast().good()).isFalse();
  }

  private List<Examination.Step> tested(String login) {
    return home.directory.test(Optional.of(login), DirectoryHome.IT, "cli").orElseThrow();
  }

  @Test
  void everything_is_as_before_when_the_directory_is_gone() throws Exception {
    slapd.kill();

    Report report = home.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.SILENT);
    assertThat(home.standing("lee")).contains(Standing.OPEN);
    assertThat(home.directory.turn()).isEqualTo(Directory.SOON);
    home.clock.pass(Sync.SILENCE);
    assertThat(home.directory.turn()).isEqualTo(Directory.SOON);
    assertThat(home.alerted()).containsExactly(hospital.wardbell.alert.Kind.DIRECTORY_SILENT);
    slapd.again();
    assertThat(home.directory.turn()).isEqualTo(Directory.INTERVAL);
    assertThat(home.alerted()).isEmpty();
  }
}

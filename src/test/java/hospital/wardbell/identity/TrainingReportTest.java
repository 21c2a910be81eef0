package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.TrainingReport.Person;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingReportTest {
  private Home home;
  private TrainingReport report;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    report = home.identity.trainingReport();
  }

  @AfterAll
  void close() {
    home.close();
  }

  private static List<Id> ids(List<Person> people) {
    return people.stream().map(person -> person.staff().id()).toList();
  }

  private Staff of(String login, String name, Id team) {
    return home.identity
        .accounts()
        .add(new NewStaff(login, name, Set.of(Role.NURSE), List.of(team), "en"), Home.ADMIN)
        .staff();
  }

  @Test
  void a_lead_sees_the_own_teams_and_who_reads_the_record_everybody() {
    Id team = home.identity.accounts().addTeam("Cardiology", Home.ADMIN);
    Staff theirs = of("theirs", "Theirs", team);
    Staff ours = home.nurse().staff();
    Staff lead = home.person(Role.LEAD).staff();

    assertThat(ids(report.seenBy(lead, Home.DESK)))
        .contains(ours.id(), lead.id())
        .doesNotContain(theirs.id());
    assertThat(report.csv(lead, Home.DESK)).contains(ours.login()).doesNotContain("theirs");
    for (Role role : List.of(Role.PRIVACY, Role.AUDITOR)) {
      assertThat(ids(report.seenBy(home.person(role).staff(), Home.DESK)))
          .contains(ours.id(), theirs.id());
    }
    assertThat(home.audited(lead.id()))
        .anyMatch(entry -> entry.contains("training.read"))
        .anyMatch(entry -> entry.contains("training.exported"));
  }

  @Test
  void who_is_disabled_is_not_late() {
    Staff gone = home.nurse().staff();
    home.identity.people().disable(gone.id(), Home.ADMIN, "cli");

    assertThat(ids(report.all(Home.ADMIN, "cli"))).doesNotContain(gone.id()).isNotEmpty();
  }

  @Test
  void a_name_is_no_formula_to_a_spreadsheet() {
    Staff nurse = of("formula", "=HYPERLINK(\"x\")", home.identity.accounts().frontDesk());

    assertThat(report.csv(home.person(Role.AUDITOR).staff(), Home.DESK).lines())
        .filteredOn(line -> line.startsWith("\"" + nurse.login()))
        .hasSize(4)
        .first()
        .isEqualTo(
            "\"formula\",\"'=HYPERLINK(\"\"x\"\")\",\"NURSE\",\"texting-policy\",\"never\",\"\",\"\",\"\",\"\"");
  }

  @Test
  void whoever_changes_the_rule_is_on_record() {
    Staff privacy = home.person(Role.PRIVACY).staff();
    report.require(true, privacy.actor());

    assertThat(report.isRequired()).isTrue();
    assertThat(home.audited(privacy.id()))
        .anyMatch(e -> e.contains("settings.set") && e.contains("training.required"));
    report.require(false, privacy.actor());
    assertThat(home.settings.isOn(Settings.Key.TRAINING_REQUIRED)).isFalse();
  }
}

package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Accounts.NewStaff;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {
  private Home home;
  private Accounts accounts;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    accounts = home.identity.accounts();
  }

  @AfterAll
  void close() {
    home.close();
  }

  @Test
  void a_person_is_found_as_given() {
    Id team = accounts.addTeam("Cardiology", Home.ADMIN);
    NewStaff person =
        new NewStaff("Dana.R", " Dana R., RN ", Set.of(Role.NURSE, Role.LEAD), List.of(team), "es");

    Staff dana = accounts.add(person, Home.ADMIN).staff();

    assertThat(dana)
        .isEqualTo(
            new Staff(dana.id(), "dana.r", "Dana R., RN", person.roles(), List.of(team), "es"));
    assertThat(accounts.find(dana.id())).contains(dana);
    assertThat(accounts.find(" DANA.R ")).contains(dana);
    assertThat(accounts.name(dana.id())).contains("Dana R., RN");
    assertThat(accounts.name(dana.id())).contains("Dana R., RN");
    assertThat(home.audited(dana.id())).singleElement().asString().contains("os:admin");
  }

  @Test
  void nobody_is_found_under_what_was_never_given() {
    assertThat(accounts.find("nobody")).isEmpty();
    assertThat(accounts.find(Id.random())).isEmpty();
    assertThat(accounts.name(Id.random())).isEmpty();
  }

  @Test
  void the_enrolment_holds_what_signs_the_person_in_and_prints_none_of_it() {
    Enrolment enrolment = home.nurse();
    String password = Home.text(enrolment.password());
    String otpauth = Home.text(enrolment.otpauth());

    assertThat(password).hasSize(24);
    assertThat(otpauth).startsWith("otpauth://totp/Wardbell:" + enrolment.staff().login() + "?");
    assertThat(enrolment.toString()).doesNotContain(password, otpauth);
  }

  @Test
  void a_name_is_not_kept_in_the_clear() {
    Staff person = home.nurse().staff();
    byte[] kept =
        home.store
            .read(sql ->
                sql.one("select name from staff where id = ?", r -> r.bytes("name"), person.id()))
            .orElseThrow();

    assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("Person");
  }

  @Test
  void a_login_belongs_to_one_person() {
    String taken = home.nurse().staff().login();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts.add(nurse(taken.toUpperCase(Locale.ROOT)), Home.ADMIN))
        .withMessageContaining("taken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "dana r", "dána", "dana/r", "'; drop table staff; --"})
  void a_login_has_plain_characters_only(String login) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts.add(nurse(login), Home.ADMIN))
        .withMessageContaining("1 to 64");
  }

  @Test
  void an_account_needs_a_name_a_role_a_language_and_real_teams() {
    refused(new NewStaff("a", "", Set.of(Role.IT), List.of(), "en"), "name");
    refused(new NewStaff("a", "A", Set.of(), List.of(), "en"), "role");
    refused(new NewStaff("a", "A", Set.of(Role.IT), List.of(), "de"), "language");
    refused(new NewStaff("a", "A", Set.of(Role.IT), List.of(Id.random()), "en"), "team");
    assertThat(accounts.find("a")).isEmpty();
  }

  @Test
  void the_front_desk_is_made_once() {
    assertThat(home.restarted().accounts().frontDesk()).isEqualTo(accounts.frontDesk());
    assertThat(home.audited(accounts.frontDesk()))
        .filteredOn(entry -> entry.contains("team.added"))
        .hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts.addTeam("Front desk", Home.ADMIN));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void a_role_grants_its_own_permissions_and_no_other(Role role) {
    Staff person = staff(role);
    for (Permission permission : Permission.values()) {
      boolean granted =
          role.permissions().contains(permission) || Role.ALL_HAVE.contains(permission);
      assertThat(home.identity.permits(person, permission)).isEqualTo(granted);
    }
  }

  @Test
  void it_reads_no_conversation_and_sees_nobodys_data() {
    Staff admin = staff(Role.IT);

    assertThat(home.identity.permits(admin, Permission.READ_CONVERSATIONS)).isFalse();
    assertThat(home.identity.permits(admin, Permission.SEND)).isFalse();
    assertThat(sight(admin)).isEqualTo(Sight.NOTHING);
    assertThat(sight(staff(Role.NURSE)).covers(accounts.frontDesk())).isTrue();
  }

  @Test
  void what_a_role_grants_it_grants_for_the_persons_own_teams_only() {
    Id cardiology = accounts.addTeam("Pulmonology", Home.ADMIN);
    Staff lead = new Staff(Id.random(), "l", "L", Set.of(Role.LEAD), List.of(cardiology), "en");

    for (Permission permission : Permission.values()) {
      boolean granted = Role.LEAD.permissions().contains(permission) && permission.isOfTeam();
      assertThat(home.identity.sight(lead, permission))
          .isEqualTo(granted ? new Sight(List.of(cardiology)) : Sight.NOTHING);
    }
  }

  @Test
  void a_nurse_of_no_team_reads_nothing() {
    Staff nurse = new Staff(Id.random(), "n", "N", Set.of(Role.NURSE), List.of(), "en");

    assertThat(home.identity.permits(nurse, Permission.READ_CONVERSATIONS)).isFalse();
  }

  @Test
  void duties_that_must_be_apart_are_not_given_to_one_person() {
    refused(with(Role.IT, Role.NURSE), "together");
    refused(with(Role.PRIVACY, Role.LEAD), "together");
    refused(with(Role.AUDITOR, Role.PRIVACY), "together");
    assertThat(accounts.add(with(Role.SCHEDULER, Role.LEAD), Home.ADMIN).staff().roles())
        .hasSize(2);
  }

  private static NewStaff with(Role... roles) {
    return new NewStaff("both", "B", Set.of(roles), List.of(), "en");
  }

  @Test
  void somebody_without_a_role_may_sign_out_and_nothing_else() {
    Staff nobody = new Staff(Id.random(), "n", "N", Set.of(), List.of(), "en");

    assertThat(home.identity.permits(nobody, Permission.OWN_SESSION)).isTrue();
    assertThat(home.identity.permits(nobody, Permission.SEE_SYSTEM)).isFalse();
  }

  private void refused(NewStaff person, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts.add(person, Home.ADMIN))
        .withMessageContaining(why);
  }

  private Staff staff(Role role) {
    return new Staff(Id.random(), "x", "X", Set.of(role), List.of(accounts.frontDesk()), "en");
  }

  private Sight sight(Staff staff) {
    return home.identity.sight(staff, Permission.READ_CONVERSATIONS);
  }

  private static NewStaff nurse(String login) {
    return new NewStaff(login, "Dana R., RN", Set.of(Role.NURSE), List.of(), "en");
  }
}

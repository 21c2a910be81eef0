package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.Authenticator;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.FactorNotices.Kind;
import hospital.wardbell.identity.SignIn.Result;
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
class FactorDeskTest {
  private static final Result REFUSED = new Result.Refused();

  private Home home;
  private Enrolment dana;
  private int origins;
  private String origin = Home.DESK;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
  }

  @AfterAll
  void close() {
    home.close();
  }

  @BeforeEach
  void aNurse() {
    origins++;
    origin = "198.51.100." + origins; // from which nobody has failed
    dana = home.nurse();
  }

  private String reset(Enrolment person) {
    return Home.text(home.identity.factorDesk().reset(person.staff().login(), Home.ADMIN, "cli"));
  }

  private Id due() {
    return ((Result.CodeDue) password(dana.password())).pending();
  }

  private Result password(Secret password) {
    return home.identity.signIn().password(dana.staff().login(), password, origin);
  }

  private Result enrol(Id due, String leave) {
    return home.identity.signIn().enrol(due, leave, origin);
  }

  private Result code(Id due, String code) {
    return home.identity.signIn().code(due, code, origin);
  }

  private Authenticator newApp(Id due) {
    Ways ways = home.identity.signIn().ways(due).orElseThrow();
    return new Authenticator(Home.text(ways.newApp().orElseThrow()), home.clock);
  }

  @Test
  void whoever_has_lost_all_comes_in_by_password_leave_and_the_code_of_a_new_app() {
    String leave = reset(dana);
    Id due = due();
    assertThat(home.identity.signIn().ways(due).orElseThrow().none()).isTrue();

    assertThat(enrol(due, leave)).isEqualTo(new Result.CodeDue(due));
    assertThat(code(due, newApp(due).code())).isInstanceOf(Result.Welcome.class);

    assertThat(home.identity.notices().of(dana.staff().id()))
        .extracting(FactorNotices.Notice::kind)
        .containsExactlyInAnyOrder(Kind.RESET, Kind.ENROLLED);
    assertThat(home.audited(dana.staff().id()))
        .filteredOn(entry -> entry.contains("staff.factors-reset"))
        .singleElement()
        .asString()
        .contains("os:admin", "cli")
        .doesNotContain(leave);
    home.clock.forward(Duration.ofMinutes(1));
    assertThat(code(due(), home.code(dana.staff()))).isInstanceOf(Result.Welcome.class);
  }

  @Test
  void what_there_was_opens_nothing_any_more() {
    SignIn.Result.Welcome welcome = home.welcome(dana.staff());
    List<String> codes = home.identity.factors().newRecoveryCodes(welcome.session(), origin);
    String code = home.code(dana.staff());
    Id waiting = due();

    String _ = reset(dana);

    assertThat(home.identity.sessions().find(welcome.cookie(), true)).isEmpty();
    assertThat(code(waiting, code)).isEqualTo(REFUSED);
    assertThat(code(due(), code)).isEqualTo(REFUSED);
    home.clock.forward(Duration.ofSeconds(1));
    assertThat(code(due(), codes.getFirst())).isEqualTo(REFUSED);
  }

  @Test
  void the_leave_is_worth_nothing_without_the_password_nor_before_the_app_s_code() {
    String leave = reset(dana);

    assertThat(enrol(Id.random(), leave)).isEqualTo(REFUSED);
    Id due = due();
    assertThat(code(due, leave)).isEqualTo(REFUSED);
    home.clock.forward(Duration.ofSeconds(1));
    assertThat(enrol(due, leave)).isInstanceOf(Result.CodeDue.class);
    assertThat(code(due, leave)).isEqualTo(REFUSED);
  }

  @Test
  void a_wrong_leave_or_somebody_else_s_is_refused_and_makes_wait() {
    String _ = reset(dana);
    String foreign = reset(home.nurse());
    Id due = due();

    assertThat(enrol(due, foreign)).isEqualTo(REFUSED);
    assertThat(enrol(due, "wrong")).isInstanceOf(Result.Wait.class);
  }

  @Test
  void the_leave_is_for_one_app_and_a_day_and_a_new_one_voids_it() {
    String first = reset(dana);
    String second = reset(dana);
    assertThat(enrol(due(), first)).isEqualTo(REFUSED);
    home.clock.forward(Duration.ofSeconds(1));
    Id due = due();
    Id other = due();
    assertThat(enrol(due, second)).isInstanceOf(Result.CodeDue.class);
    assertThat(enrol(other, second)).isInstanceOf(Result.CodeDue.class);
    Authenticator late = newApp(other);
    assertThat(code(due, newApp(due).code())).isInstanceOf(Result.Welcome.class);

    assertThat(code(other, late.code())).isEqualTo(REFUSED);
    home.clock.forward(Duration.ofSeconds(1));
    assertThat(enrol(due(), second)).isEqualTo(REFUSED);

    String third = reset(dana);
    home.clock.forward(Enrolments.GOOD_FOR);
    assertThat(enrol(due(), third)).isEqualTo(REFUSED);
  }

  @Test
  void who_has_a_factor_needs_no_leave_and_gets_none() {
    String leave = reset(dana);
    Id due = due();
    assertThat(enrol(due, leave)).isInstanceOf(Result.CodeDue.class);
    assertThat(code(due, newApp(due).code())).isInstanceOf(Result.Welcome.class);

    Id again = due();
    assertThat(enrol(again, leave)).isEqualTo(REFUSED);
    assertThat(home.identity.signIn().ways(again).orElseThrow().newApp()).isEmpty();
  }

  @Test
  void nobody_is_reset_whom_there_is_not() {
    assertThatThrownBy(() -> home.identity.factorDesk().reset("nobody", Home.ADMIN, "cli"))
        .hasMessage("There is no account nobody.");
  }
}

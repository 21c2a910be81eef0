package hospital.wardbell.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.OwnPassword;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.SignIn.Result;
import hospital.wardbell.identity.Unlawful;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in by a password that the directory has; against Debian's slapd, left out where it is
/// not installed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectorySignInTest {
  private static final Result REFUSED = new Result.Refused();

  private Slapd slapd;
  private DirectoryHome home;

  @BeforeAll
  void start(@TempDir Path place) throws Exception {
    assumeTrue(Files.isExecutable(Slapd.PROGRAM), "slapd is not installed");
    slapd =
        Slapd.with(
            place.resolve("slapd"),
            Ldif.person("dana")
                + Ldif.person("omar")
                + Ldif.person("leaver")
                + Ldif.person("former")
                + Ldif.person("ruth")
                + Ldif.person("zoe")
                + Ldif.group(
                    "nurses", Ldif.dns("dana", "omar", "leaver", "former", "ruth", "zoe")));
    home = new DirectoryHome(place);
    home.ask(slapd);
    home.map("nurses", Role.NURSE);
    assertThat(home.sync().come()).isEqualTo(6);
  }

  @AfterAll
  void end() throws Exception {
    if (home != null) {
      home.close();
    }
    if (slapd != null) {
      slapd.close();
    }
  }

  @Test
  void the_directorys_password_and_a_factor_of_ours_let_in() {
    Result.Welcome dana = home.enrolled("dana");

    assertThat(dana.session().staff().roles()).containsExactly(Role.NURSE);
    assertThat(home.isRight("DANA ", "pw-dana")).isTrue();
  }

  @Test
  void the_directorys_password_is_not_changed_here() {
    Result.Welcome ruth = home.enrolled("ruth");
    try (Secret present = Secret.copyOf("pw-ruth".toCharArray());
        Secret other = Secret.copyOf("seven owls in the attic".toCharArray());
        Secret again = Secret.copyOf("seven owls in the attic".toCharArray())) {
      assertThat(
              home.identity
                  .ownPassword()
                  .change(ruth.session(), present, other, again, DirectoryHome.DESK))
          .isEqualTo(new OwnPassword.Result.Elsewhere());
    }
    assertThat(home.isRight("ruth", "pw-ruth")).isTrue();
  }

  @Test
  void a_stolen_password_alone_sets_up_no_factor() {
    var due = (Result.CodeDue) home.password("omar", "pw-omar");

    assertThat(home.identity.signIn().ways(due.pending()).orElseThrow().newApp()).isEmpty();
    assertThat(home.identity.signIn().enrol(due.pending(), "1234-5678", DirectoryHome.DESK))
        .isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "pw-omar", "pw-dana ", "PW-DANA", "*"})
  void any_other_password_is_refused(String password) {
    assertThat(home.password("dana", password)).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "d*",
        "dana)(uid=*",
        "*)(objectClass=*",
        "dana,ou=people,dc=hospital,dc=example",
        "uid=dana,ou=people,dc=hospital,dc=example",
        "dana\u0000",
        "\\64ana"
      })
  void a_login_that_is_written_for_the_directory_names_nobody(String login) {
    assertThat(home.password(login, "pw-dana")).isEqualTo(REFUSED);
  }

  @Test
  void whoever_was_removed_does_not_come_in_before_the_next_look_either() {
    assertThat(home.isRight("leaver", "pw-leaver")).isTrue();
    slapd.delete(Ldif.dn("leaver"));

    assertThat(home.password("leaver", "pw-leaver")).isEqualTo(REFUSED);
  }

  @Test
  void another_person_who_is_given_a_former_login_does_not_come_in_as_the_former() {
    assertThat(home.isRight("former", "pw-former")).isTrue();
    slapd.delete(Ldif.dn("former"));
    slapd.add(Ldif.person("former"));

    assertThat(home.password("former", "pw-former")).isEqualTo(REFUSED);
  }

  @Test
  void accounts_of_our_own_go_on_while_the_directory_is_away_and_others_are_refused_alike()
      throws Exception {
    slapd.kill();

    assertThat(home.password("dana", "pw-dana")).isEqualTo(REFUSED);
    assertThat(home.identity.elsewhere().isSilent()).isTrue();
    assertThat(home.password("nobody", "pw-dana")).isEqualTo(REFUSED);
    assertThat(home.isRight("ada", DirectoryHome.text(home.ada.password()))).isTrue();

    slapd.again();

    assertThat(home.isRight("dana", "pw-dana")).isTrue();
    assertThat(home.identity.elsewhere().isSilent()).isFalse();
  }

  @Test
  void a_directory_that_did_not_answer_is_left_alone_for_a_while() throws Exception {
    slapd.kill();
    assertThat(home.isRight("zoe", "pw-zoe")).isFalse();
    slapd.again();
    home.clock.pass(Doorman.LEFT_ALONE.minus(Duration.ofSeconds(1)));

    boolean soon = isRight("192.0.2.77");
    home.clock.pass(Duration.ofSeconds(5));
    boolean then = isRight("192.0.2.78");

    assertThat(soon).isFalse();
    assertThat(then).isTrue();
  }

  private boolean isRight(String origin) {
    Secret password = Secret.copyOf("pw-zoe".toCharArray());
    return home.identity.signIn().password("zoe", password, origin) instanceof Result.CodeDue;
  }

  @Test
  void no_password_of_ours_opens_what_is_the_directorys() {
    var dana = home.person("dana").orElseThrow().staff().id();

    assertThatThrownBy(() -> home.identity.passwordDesk().give("dana", DirectoryHome.IT))
        .isInstanceOf(Unlawful.class);
    assertThatThrownBy(() -> home.identity.links().renew(dana, DirectoryHome.IT, "cli"))
        .isInstanceOf(Unlawful.class);
    assertThatThrownBy(() ->
            home.identity.people().assign(dana, Set.of(Role.IT), Set.of(), DirectoryHome.IT, "cli"))
        .isInstanceOf(Unlawful.class);
  }

  @Test
  void nothing_of_a_password_is_kept() {
    Result _ = home.password("dana", "pw-dana");

    String kept =
        home.store
            .read(sql ->
                sql.one(
                    "select password from staff where login = ?",
                    row -> row.text("password"),
                    "dana"))
            .orElseThrow();

    assertThat(kept).isEqualTo(none());
    assertThat(home.audited("pw-dana")).isEmpty();
  }

  /// What is kept of nobody's password.
  private String none() {
    return home.store
        .read(sql ->
            sql.one(
                "select password from staff where login = ?", row -> row.text("password"), "omar"))
        .orElseThrow();
  }
}

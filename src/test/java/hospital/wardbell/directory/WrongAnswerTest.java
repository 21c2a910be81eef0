package hospital.wardbell.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.alert.Kind;
import hospital.wardbell.directory.DirectoryServer.Security;
import hospital.wardbell.directory.Report.Outcome;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A hospital of 2,000 people, 40 of them here, whose directory breaks in several ways, one after
/// the other; against Debian's slapd, left out where it is not installed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class WrongAnswerTest {
  private static final int MANY = 2_000;
  private static final int FEW = 40;

  private Slapd slapd;
  private DirectoryHome home;

  @BeforeAll
  void start(@TempDir Path place) throws Exception {
    assumeTrue(Files.isExecutable(Slapd.PROGRAM), "slapd is not installed");
    slapd =
        Slapd.with(
            place.resolve("slapd"),
            Ldif.people("n", MANY)
                + Ldif.group("all", Ldif.dns("n", MANY))
                + Ldif.group("nurses", Ldif.dns("n", FEW)));
    home = new DirectoryHome(place);
    home.ask(slapd);
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
  @Order(1)
  void all_2000_are_read_though_the_server_gives_500_at_once() {
    home.map("all", Role.NURSE);

    assertThat(home.directory.preview().come()).isEqualTo(MANY);

    assertThat(home.directory.grants().remove(Ldif.groupDn("all"), DirectoryHome.IT)).isTrue();
    home.map("nurses", Role.NURSE);
    assertThat(home.sync().come()).isEqualTo(FEW);
  }

  @Test
  @Order(2)
  void a_server_that_is_gone_in_the_midst_of_its_answer_puts_nobody_out() throws Exception {
    try (CutLine line = new CutLine(slapd.port(Security.LDAPS), 120_000)) {
      home.ask(
          Slapd.at(
              Security.LDAPS, "localhost", line.port(), slapd.server(Security.LDAPS).authority()));

      assertThat(home.sync().outcome()).isEqualTo(Outcome.SILENT);
      assertThat(line.passed()).isGreaterThan(100_000);
    }
    home.ask(slapd);

    assertThat(home.sync().out()).isZero();
    assertThat(home.standing("n39")).contains(Standing.OPEN);
  }

  @Test
  @Order(3)
  void a_group_that_is_not_there_any_more_puts_nobody_out() {
    home.map("gone", Role.SCHEDULER);

    Report report = home.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.SILENT);
    assertThat(report.trouble().orElseThrow()).contains("has no group cn=gone");
    assertThat(home.directory.grants().remove(Ldif.groupDn("GONE"), DirectoryHome.IT)).isTrue();
    assertThat(home.sync().outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  @Order(4)
  void a_few_leavers_go_by_themselves() {
    for (int i = 0; i < 6; i++) {
      slapd.delete(Ldif.dn("n" + i));
    }

    assertThat(home.sync().outcome()).isEqualTo(Outcome.DONE);
    assertThat(home.standing("n5")).contains(Standing.DISABLED);
  }

  @Test
  @Order(5)
  void a_server_that_has_lost_everybody_puts_nobody_out_and_it_is_known_at_once() {
    slapd.loseEverybody();

    Report report = home.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(report.out()).isEqualTo(FEW - 6);
    assertThat(home.standing("n39")).contains(Standing.OPEN);
    assertThat(home.alerted()).containsExactly(Kind.DIRECTORY_STOPPED);
    assertThat(home.directory.turn()).isEqualTo(Directory.INTERVAL);
    assertThat(home.standing("n39")).contains(Standing.OPEN);
  }

  @Test
  @Order(6)
  void a_person_who_says_that_it_is_so_is_believed() {
    Report report = home.directory.follow(DirectoryHome.IT, true);

    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(home.standing("n39")).contains(Standing.DISABLED);
    assertThat(home.alerted()).isEmpty();
    assertThat(home.audited("directory.followed")).anyMatch(entry -> entry.contains("however"));
  }
}

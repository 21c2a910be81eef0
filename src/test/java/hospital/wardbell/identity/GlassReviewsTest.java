package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.alert.Alert;
import hospital.wardbell.alert.Alerts;
import hospital.wardbell.alert.Kind;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.GlassReviews.Outcome;
import hospital.wardbell.identity.GlassUse.Finding;
import hospital.wardbell.identity.GlassUse.Why;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GlassReviewsTest {
  private Home home;
  private GlassReviews reviews;
  private Session dana;
  private Staff officer;
  private Id use;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    reviews = home.identity.breakGlass().reviews();
    officer = home.person(Role.PRIVACY).staff();
  }

  @BeforeEach
  void begin() {
    home.clock.forward(Duration.ofMinutes(1));
    Enrolment person = home.nurse();
    dana = home.welcome(person.staff()).session();
    var _ =
        home.identity.stepUp().prove(dana, person.password(), home.code(person.staff()), Home.DESK);
    Id cardiology = home.identity.accounts().addTeam("Cardiology " + Id.random(), Home.ADMIN);
    var _ =
        home.identity
            .breakGlass()
            .begin(dana, cardiology, Why.EMERGENCY, "Chest pain, nobody there", Home.DESK);
    use = reviews.uses().getFirst().glass().use();
  }

  @AfterEach
  void settle() {
    home.identity.breakGlass().end(dana);
    var _ = sign(officer, "Done with");
  }

  @AfterAll
  void close() {
    home.close();
  }

  private Outcome sign(Staff by, String note) {
    return reviews.sign(use, Finding.JUSTIFIED, note, by, Home.DESK);
  }

  private List<Kind> open(Staff person) {
    return home.alerts.concerning(StaffCircle.reader(person)).stream().map(Alert::kind).toList();
  }

  @Test
  void it_is_signed_off_once_by_somebody_else_with_words_when_it_is_over() {
    assertThat(sign(officer, "Asked, all right")).isEqualTo(Outcome.NOT_OVER);
    home.identity.breakGlass().end(dana);

    assertThat(sign(dana.staff(), "All right")).isEqualTo(Outcome.OWN);
    assertThat(sign(officer, " ")).isEqualTo(Outcome.NO_WORDS);
    assertThat(reviews.sign(Id.random(), Finding.JUSTIFIED, "x", officer, Home.DESK))
        .isEqualTo(Outcome.NOT_THERE);
    assertThat(sign(officer, "Asked, all right")).isEqualTo(Outcome.DONE);
    assertThat(sign(officer, "Again")).isEqualTo(Outcome.SIGNED_ALREADY);
    GlassUse.Opened opened = reviews.open(use, officer.actor(), Home.DESK).orElseThrow();
    assertThat(opened.reason()).isEqualTo("Chest pain, nobody there");
    assertThat(opened.note()).isEqualTo("Asked, all right");
    assertThat(opened.use().review().orElseThrow().by()).isEqualTo(officer.id());
    assertThat(home.audited(use)).last().asString().contains("break-glass.read");
  }

  @Test
  void what_was_raised_about_it_is_over_when_it_is_signed_off() {
    home.identity.breakGlass().end(dana);
    assertThat(open(officer)).containsExactly(Kind.BREAK_GLASS);
    var _ = sign(officer, "Asked, all right");

    assertThat(open(officer)).isEmpty();
  }

  @Test
  void one_that_is_late_is_told_and_is_over_when_it_is_signed_off() {
    home.identity.breakGlass().end(dana);
    home.clock.forward(Duration.ofHours(71));
    var _ = home.identity.breakGlass().turn();
    assertThat(open(officer)).containsExactly(Kind.BREAK_GLASS);
    assertThat(reviews.overdue()).isZero();

    home.clock.forward(Duration.ofHours(1));
    var _ = home.identity.breakGlass().turn();
    var _ = home.identity.breakGlass().turn();
    assertThat(open(officer)).containsExactlyInAnyOrder(Kind.BREAK_GLASS, Kind.REVIEW_OVERDUE);
    assertThat(home.alerts.open()).allMatch(alert -> alert.times() == 1);
    assertThat(reviews.uses().getFirst().overdue()).isTrue();
    assertThat(reviews.overdue()).isEqualTo(1);
    var _ = sign(officer, "Late, all right");
    assertThat(open(officer)).isEmpty();
    assertThat(reviews.uses().getFirst().overdue()).isFalse();
    assertThat(reviews.overdue()).isZero();
  }

  @Test
  void that_the_alert_was_acknowledged_is_no_review_so_it_is_told_again_each_day() {
    home.identity.breakGlass().end(dana);
    for (int day = 0; day < 3; day++) {
      home.clock.forward(Duration.ofHours(day == 0 ? 72 : 24));
      var _ = home.identity.breakGlass().turn();
      Alert late =
          home.alerts.open().stream()
              .filter(alert -> alert.kind() == Kind.REVIEW_OVERDUE)
              .findFirst()
              .orElseThrow();
      assertThat(
              home.alerts.acknowledge(
                  late.id(), StaffCircle.reader(officer), officer.actor(), Home.DESK))
          .isEqualTo(Alerts.Outcome.DONE);
      var _ = home.identity.breakGlass().turn();
    }

    assertThat(open(officer)).containsExactly(Kind.BREAK_GLASS);
    assertThat(reviews.overdue()).isEqualTo(1);
  }
}

package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.identity.Training.Notice;
import hospital.wardbell.identity.Training.State;
import hospital.wardbell.identity.lesson.Topic;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Only who is trained sends, where the hospital has it so.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingRuleTest {
  private static final Duration DAY = Duration.ofDays(1);

  private Home home;
  private Training training;
  private Pupil dana;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    training = home.identity.training();
  }

  @BeforeEach
  void hire() {
    dana = Pupil.in(home);
  }

  @AfterAll
  void close() {
    home.close();
  }

  private void required() {
    home.settings.set(Settings.Key.TRAINING_REQUIRED, "on", Home.ADMIN);
  }

  private boolean sends() {
    boolean may = home.identity.permits(dana.staff(), Permission.SEND);
    assertThat(home.identity.sight(dana.staff(), Permission.SEND).teams().isEmpty())
        .isNotEqualTo(may);
    return may;
  }

  @Test
  void without_the_rule_everybody_sends_and_nobody_is_told() {
    assertThat(sends()).isTrue();
    assertThat(training.notice(dana.staff())).isEmpty();
    assertThat(training.sendsUntil(dana.staff())).isEmpty();
  }

  @Test
  void with_the_rule_who_is_not_trained_sends_until_the_grace_is_over_and_reads_on() {
    required();
    Instant over = home.clock.instant().plus(Training.GRACE);
    assertThat(training.notice(dana.staff())).contains(new Notice(Notice.Kind.STOPS, over));
    home.clock.forward(Training.GRACE.minusMillis(1));
    assertThat(sends()).isTrue();

    home.clock.forward(Duration.ofMillis(1));

    assertThat(sends()).isFalse();
    assertThat(home.identity.permits(dana.staff(), Permission.READ_CONVERSATIONS)).isTrue();
    assertThat(home.identity.permits(dana.staff(), Permission.TEND)).isTrue();
    assertThat(home.restarted().permits(dana.staff(), Permission.SEND)).isFalse();
    assertThat(training.notice(dana.staff())).contains(new Notice(Notice.Kind.STOPPED, over));
  }

  @Test
  void the_last_lesson_lets_the_person_send_at_once_and_the_end_of_the_first_stops_it() {
    required();
    home.clock.forward(Training.GRACE);
    for (Topic topic : Topic.values()) {
      assertThat(sends()).isFalse();
      dana.pass(topic);
    }
    assertThat(sends()).isTrue();
    assertThat(training.notice(dana.staff())).isEmpty();
    Instant ends = dana.learned(Topic.POLICY).ends().orElseThrow();
    assertThat(training.sendsUntil(dana.staff())).contains(ends);

    home.clock.forward(Duration.between(home.clock.instant(), ends));

    assertThat(sends()).isFalse();
  }

  @Test
  void the_rule_is_off_again_at_once() {
    required();
    home.clock.forward(Training.GRACE);
    assertThat(sends()).isFalse();

    home.settings.set(Settings.Key.TRAINING_REQUIRED, "off", Home.ADMIN);

    assertThat(sends()).isTrue();
  }

  @Test
  void who_comes_later_has_the_same_grace_from_then() {
    required();
    home.clock.forward(Training.GRACE.multipliedBy(2));
    dana = new Pupil(home, home.nurse().staff());

    assertThat(training.sendsUntil(dana.staff()))
        .contains(home.clock.instant().plus(Training.GRACE));
    home.clock.forward(Training.GRACE);
    assertThat(sends()).isFalse();
  }

  @Test
  void to_set_the_rule_once_more_begins_no_grace_and_fewer_months_do() {
    required();
    home.clock.forward(Training.GRACE);
    required();
    assertThat(sends()).isFalse();
    dana.passAll();
    home.clock.forward(Duration.ofDays(70));

    home.settings.set(Settings.Key.TRAINING_MONTHS, "2", Home.ADMIN);

    assertThat(dana.state(Topic.POLICY)).isEqualTo(State.ENDED);
    assertThat(sends()).isTrue();
    home.clock.forward(Training.GRACE);
    assertThat(sends()).isFalse();
  }

  /// As when a lesson ships in a version that everybody has to know.
  @Test
  void a_lesson_that_is_asked_for_since_today_has_its_own_grace() {
    required();
    home.clock.forward(Training.GRACE.multipliedBy(2));
    assertThat(sends()).isFalse();
    Instant before = home.clock.instant().minus(Training.GRACE.multipliedBy(9));
    asked(home.clock.instant());
    assertThat(home.restarted().permits(dana.staff(), Permission.SEND)).isTrue();

    asked(before);
    assertThat(home.restarted().permits(dana.staff(), Permission.SEND)).isFalse();
    home.store.change(tx -> tx.update("delete from training_asked"));
    assertThat(home.restarted().training().sendsUntil(dana.staff()))
        .contains(home.clock.instant().plus(Training.GRACE));
    home.clock.forward(DAY);
    assertThat(home.restarted().training().sendsUntil(dana.staff()))
        .contains(home.clock.instant().minus(DAY).plus(Training.GRACE));
    asked(before);
  }

  private void asked(Instant since) {
    home.store.change(tx -> tx.update("update training_asked set since = ?", since));
  }

  @Test
  void the_rule_is_nothing_to_who_sends_nothing_anyway() {
    Staff auditor = home.person(Role.AUDITOR).staff();
    required();
    home.clock.forward(Training.GRACE);

    assertThat(training.notice(auditor)).isEmpty();
    assertThat(training.sendsUntil(auditor)).isEmpty();
    assertThat(home.identity.permits(auditor, Permission.READ_AUDIT)).isTrue();
  }
}

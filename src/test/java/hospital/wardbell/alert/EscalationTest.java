package hospital.wardbell.alert;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Actor;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Privacy officers, then leads, then IT.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscalationTest {
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private Spoken spoken = new Spoken();
  private AlertHome home;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = AlertHome.with(directory);
  }

  @BeforeEach
  void empty() {
    spoken = new Spoken();
    home.empty(spoken);
  }

  @AfterAll
  void close() {
    home.close();
  }

  private Alert raised(Actor by) {
    Alert alert = home.raise(Notice.of(Kind.BREAK_GLASS, "use", by));
    turns();
    return alert;
  }

  /// Until all is told that is due.
  private void turns() {
    var _ = home.alerts.turn();
    var _ = home.alerts.turn();
  }

  private void waits() {
    home.later(PATIENCE);
    turns();
  }

  @Test
  void when_nobody_acknowledges_the_next_are_told_as_well_until_nobody_is_left() {
    Alert alert = raised(AlertHome.ADMIN);
    assertThat(spoken.told).containsExactlyInAnyOrder(AlertHome.ONA, AlertHome.PAT);
    home.later(PATIENCE.minusSeconds(1));
    turns();
    assertThat(spoken.told).hasSize(2);
    home.later(Duration.ofSeconds(1));
    turns();
    assertThat(spoken.told).hasSize(3).contains(AlertHome.LEE);
    waits();
    assertThat(spoken.told).hasSize(4).contains(AlertHome.SAM);
    waits();
    waits();

    assertThat(spoken.told).hasSize(4);
    assertThat(home.entries(alert))
        .contains(
            "alert.escalated LEAD, before: reached 2",
            "alert.escalated IT, before: reached 3",
            "alert.unheard reached 4")
        .doesNotHaveDuplicates();
    assertThat(home.found(alert.id()).isOpen()).isTrue();
  }

  @Test
  void a_page_shows_it_to_the_circles_so_far_only() {
    Alert alert = raised(AlertHome.ADMIN);
    Reader lead = AlertHome.reader(AlertHome.LEE);
    assertThat(home.alerts.concerning(lead)).isEmpty();
    waits();

    assertThat(home.alerts.concerning(lead)).extracting(Alert::id).containsExactly(alert.id());
    assertThat(home.alerts.concerning(AlertHome.reader(AlertHome.SAM))).isEmpty();
    assertThat(home.alerts.concerning(AlertHome.reader(AlertHome.ONA))).hasSize(1);
  }

  @Test
  void a_circle_in_which_there_is_nobody_is_passed_over_at_once() {
    home.gone.add(AlertHome.ONA);
    home.gone.add(AlertHome.PAT);
    Alert alert = raised(AlertHome.ADMIN);

    assertThat(spoken.told).containsExactly(AlertHome.LEE);
    assertThat(home.entries(alert)).contains("alert.escalated LEAD, before: nobody-reached");
  }

  @Test
  void whose_doing_it_is_is_not_told_and_does_not_acknowledge() {
    Alert alert = raised(new Actor.Person(AlertHome.LEE));
    waits();
    waits();

    assertThat(spoken.told).doesNotContain(AlertHome.LEE).contains(AlertHome.SAM);
    assertThat(home.acknowledge(alert, AlertHome.LEE)).isEqualTo(Alerts.Outcome.NOT_THERE);
  }

  @Test
  void what_somebody_of_a_later_circle_acknowledges_is_acknowledged_for_all() {
    Alert alert = raised(AlertHome.ADMIN);
    waits();
    assertThat(home.acknowledge(alert, AlertHome.LEE)).isEqualTo(Alerts.Outcome.DONE);
    waits();

    assertThat(home.alerts.open()).isEmpty();
    assertThat(home.acknowledge(alert, AlertHome.ONA)).isEqualTo(Alerts.Outcome.SETTLED_ALREADY);
    assertThat(spoken.told).doesNotContain(AlertHome.SAM);
  }

  @Test
  void how_long_each_has_is_set() {
    home.settings.set(Settings.Key.ALERT_PATIENCE, "1", AlertHome.ADMIN);
    Alert _ = raised(AlertHome.ADMIN);
    home.later(Duration.ofMinutes(1));
    turns();
    home.settings.set(Settings.Key.ALERT_PATIENCE, "15", AlertHome.ADMIN);

    assertThat(spoken.told).contains(AlertHome.LEE);
  }

  @Test
  void a_channel_that_says_nothing_of_one_does_not_keep_the_next_circle_waiting() {
    for (int i = 0; i < 20; i++) {
      spoken.outcomes.add(new Channel.Outcome.Later("away"));
    }
    Alert alert = raised(AlertHome.ADMIN);
    assertThat(spoken.told).hasSize(2); // one a turn, then left alone
    waits();

    assertThat(home.found(alert.id()).told()).extracting(Alert.Told::staff).contains(AlertHome.LEE);
  }
}

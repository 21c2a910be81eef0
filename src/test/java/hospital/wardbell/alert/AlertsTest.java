package hospital.wardbell.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hospital.wardbell.alert.Alert.Telling;
import hospital.wardbell.alert.Alerts.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Channel.Outcome AWAY = new Channel.Outcome.Later("away");

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

  private Alert present(Alert alert) {
    return home.found(alert.id());
  }

  @Test
  void who_must_know_is_told_once_and_it_is_on_record() {
    Alert alert = home.test();
    var _ = home.alerts.turn();
    var _ = home.alerts.turn();

    assertThat(spoken.told).containsExactly(AlertHome.ONA);
    assertThat(present(alert).reached()).isEqualTo(1);
    assertThat(home.acts(alert)).containsExactly("alert.raised", "alert.told");
  }

  @Test
  void what_is_undone_was_never_raised() {
    try {
      home.store.change(tx -> {
        var _ = home.alerts.raise(tx, Notice.to(AlertHome.ONA, Kind.TEST, "ona", AlertHome.ADMIN));
        throw new IllegalStateException("undone");
      });
    } catch (IllegalStateException _) {
      // as it should
    }
    var _ = home.alerts.turn();

    assertThat(home.alerts.open()).isEmpty();
    assertThat(spoken.told).isEmpty();
  }

  @Test
  void another_of_the_same_is_counted_and_tells_nobody_anew() {
    Alert first = home.test();
    home.later(Duration.ofMinutes(1));
    Alert second = home.test();
    var _ = home.alerts.turn();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.times()).isEqualTo(2);
    assertThat(second.latest()).isEqualTo(first.raised().plusSeconds(60));
    assertThat(spoken.told).hasSize(1);
  }

  @Test
  void no_more_than_fifty_of_a_kind_are_open_however_many_are_raised() {
    for (int i = 0; i < Alerts.MOST_OPEN + 5; i++) {
      var _ = home.raise(Notice.to(AlertHome.ONA, Kind.TEST, "number" + i, AlertHome.ADMIN));
      home.later(Duration.ofSeconds(1));
    }

    assertThat(home.alerts.open()).hasSize(Alerts.MOST_OPEN);
    assertThat(home.alerts.open().getFirst().times()).isEqualTo(6);
  }

  @Test
  void a_channel_that_is_away_is_tried_again_later_and_later_and_given_up_after_an_hour() {
    Alert alert = home.test();
    for (int i = 0; i < 100; i++) {
      spoken.outcomes.add(AWAY);
    }
    for (int second = 0; second < 90 * 60; second += 30) {
      var _ = home.alerts.turn();
      home.later(Duration.ofSeconds(30));
    }

    Alert.Told told = present(alert).told().getFirst();
    assertThat(told.state()).isEqualTo(Telling.FAILED);
    assertThat(told.trouble()).contains("away");
    assertThat(spoken.told).hasSizeBetween(8, 15);
    assertThat(home.acts(alert)).contains("alert.not-told");
  }

  @Test
  void one_who_is_not_reached_at_all_is_not_tried_again() {
    Alert alert = home.test();
    spoken.outcomes.add(new Channel.Outcome.Never("no such address"));
    var _ = home.alerts.turn();
    home.later(PATIENCE.dividedBy(2));
    var _ = home.alerts.turn();

    assertThat(spoken.told).hasSize(1);
    assertThat(present(alert).told().getFirst().state()).isEqualTo(Telling.FAILED);
  }

  @Test
  void when_nobody_was_reached_and_nobody_is_left_it_is_on_record_once() {
    spoken.unreachable.add(AlertHome.ONA);
    Alert alert = home.test();
    for (int turn = 0; turn < 3; turn++) {
      home.later(PATIENCE);
      var _ = home.alerts.turn();
    }

    assertThat(present(alert).unheard()).isPresent();
    assertThat(present(alert).isOpen()).isTrue();
    assertThat(home.entries(alert))
        .containsExactly("alert.raised TEST ona", "alert.unheard nobody-reached");
  }

  @Test
  void one_whose_person_is_gone_is_for_nobody_and_says_so_at_once() {
    home.gone.add(AlertHome.ONA);
    Alert alert = home.test();

    assertThat(home.entries(alert)).last().isEqualTo("alert.unheard nobody-reached");
  }

  @Test
  void of_two_who_acknowledge_at_once_one_is_first() throws Exception {
    Alert alert = home.test();
    CountDownLatch begin = new CountDownLatch(1);
    List<FutureTask<Outcome>> both =
        List.of(
            new FutureTask<>(() -> acknowledged(alert, begin)),
            new FutureTask<>(() -> acknowledged(alert, begin)));
    both.forEach(Thread.ofVirtual()::start);
    begin.countDown();

    assertThat(
            List.of(
                both.getFirst().get(20, TimeUnit.SECONDS),
                both.getLast().get(20, TimeUnit.SECONDS)))
        .containsExactlyInAnyOrder(Outcome.DONE, Outcome.SETTLED_ALREADY);
    assertThat(home.acts(alert)).containsOnlyOnce("alert.acknowledged");
    assertThat(present(alert).settled().orElseThrow().by()).contains(AlertHome.ONA);
  }

  private Outcome acknowledged(Alert alert, CountDownLatch begin) throws InterruptedException {
    assertThat(begin.await(20, TimeUnit.SECONDS)).isTrue();
    return home.acknowledge(alert, AlertHome.ONA);
  }

  @Test
  void nobody_acknowledges_or_sees_what_is_for_others() {
    Alert alert = home.test();

    assertThat(home.acknowledge(alert, AlertHome.PAT)).isEqualTo(Outcome.NOT_THERE);
    assertThat(home.alerts.concerning(AlertHome.reader(AlertHome.PAT))).isEmpty();
    assertThat(home.alerts.concerning(AlertHome.reader(AlertHome.ONA))).hasSize(1);
    assertThat(present(alert).isOpen()).isTrue();
  }

  @Test
  void what_was_acknowledged_tells_nobody_any_more() {
    Alert alert = home.test();
    assertThat(home.acknowledge(alert, AlertHome.ONA)).isEqualTo(Outcome.DONE);
    home.later(PATIENCE.multipliedBy(2));
    var _ = home.alerts.turn();

    assertThat(spoken.told).isEmpty();
    assertThat(present(alert).told().getFirst().state()).isEqualTo(Telling.NEEDLESS);
    assertThat(home.alerts.settled()).extracting(Alert::id).containsExactly(alert.id());
  }

  @Test
  void what_has_passed_is_closed_by_itself_and_may_be_raised_again() {
    Alert alert = home.test();
    home.store.change(tx -> home.alerts.over(tx, Kind.TEST, "ona"));
    home.store.change(tx -> home.alerts.over(tx, Kind.TEST, "ona"));

    assertThat(present(alert).state()).isEqualTo(Alert.State.OVER);
    assertThat(home.acts(alert)).containsOnlyOnce("alert.over");
    assertThat(home.test().id()).isNotEqualTo(alert.id());
  }

  @Test
  void a_page_that_says_it_has_told_it_and_is_kept_once() {
    Alert alert = home.test();
    for (int page = 0; page < 3; page++) {
      Reader ona = AlertHome.reader(AlertHome.ONA);
      home.alerts.shown(home.alerts.concerning(ona), ona);
    }

    assertThat(present(alert).reached()).isEqualTo(1);
    assertThat(home.entries(alert)).containsOnlyOnce("alert.told console " + AlertHome.ONA);
  }

  @Test
  void pages_are_woken_by_each_change() {
    int[] woken = {0};
    home.alerts.listen(() -> woken[0]++);
    Alert alert = home.test();
    var _ = home.alerts.turn();
    var _ = home.acknowledge(alert, AlertHome.ONA);

    assertThat(woken[0]).isEqualTo(3);
  }

  @Test
  void an_alert_has_no_place_for_words() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notice.to(AlertHome.ONA, Kind.TEST, "Mr Carter", AlertHome.ADMIN))
        .withMessageNotContaining("Carter");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Notice(Kind.TEST, "x", Optional.empty(), List.of(), AlertHome.ADMIN));
  }

  @Test
  void facts_are_read_as_they_were_written() {
    List<Fact> facts =
        List.of(
            new Fact.Person(AlertHome.LEE),
            new Fact.Team(AlertHome.PAT),
            new Fact.Thing(AlertHome.ONA),
            new Fact.Count(-3),
            new Fact.Time(home.clock.instant()));

    assertThat(Fact.read(Fact.written(facts))).isEqualTo(facts);
    assertThat(Fact.read("")).isEmpty();
  }
}

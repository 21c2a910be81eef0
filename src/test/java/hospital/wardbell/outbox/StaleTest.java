package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaleTest extends OneLine {
  @BeforeEach
  void workingLine() {
    OutboxHome.drain(lane);
  }

  /// The only line is out for so long, then it is back.
  private void out(Duration time) {
    modem.maySend(false);
    OutboxHome.drain(lane);
    home.pass(time);
    OutboxHome.drain(lane);
    modem.maySend(true);
    home.outbox.wake();
  }

  private void sweep() {
    Holding holding = home.outbox.holding();
    while (holding.take().compareTo(Duration.ofSeconds(1)) < 0) {}
  }

  private boolean release(Id message) {
    return home.base.store.write(tx -> home.outbox.release(tx, message, home.base.nurse));
  }

  private Outbox.Depth stale() {
    return home.base.store.read(home.outbox::stale);
  }

  private static PartState stale(Instant queued) {
    return new PartState.Held(queued.plus(Duration.ofHours(24)), "stale");
  }

  @Test
  void after_a_long_outage_old_ordinary_texts_wait_for_a_lead_and_others_go() {
    Instant before = home.now();
    Id old = home.queueBulk(patient, "old");
    home.queue(patient, "a nurse");
    modem.maySend(false);
    home.pass(Duration.ofMinutes(90));
    home.queueBulk(patient, "young");

    out(Duration.ofMinutes(31));
    OutboxHome.drain(lane);

    assertThat(modem.texts()).containsExactly("a nurse", "young");
    assertThat(home.state(old)).isEqualTo(stale(before));
    assertThat(stale()).isEqualTo(new Outbox.Depth(1, Optional.of(before)));
  }

  @Test
  void once_a_clock_that_was_ahead_is_set_right_nothing_queued_then_is_old() {
    OutboxHome.drain(lane);
    home.pass(Duration.ofDays(1)); // as an outage of a day looks
    OutboxHome.drain(lane);
    home.pass(Duration.ofDays(-1));
    home.queueBulk(patient, "right");

    OutboxHome.drain(lane);
    assertThat(modem.texts()).containsExactly("right");
  }

  @Test
  void after_a_short_outage_everything_goes() {
    home.queueBulk(patient, "old");

    out(Duration.ofHours(2));
    OutboxHome.drain(lane);

    assertThat(modem.texts()).containsExactly("old");
  }

  @Test
  void an_old_text_that_waited_while_a_line_was_able_is_not_stale() {
    Id conversation = Id.random();
    home.base.store.change(tx -> home.outbox.heard(tx, conversation, "sim-2"));
    ScriptedSender away = new ScriptedSender("sim-2");
    Lane other = home.outbox.lane(away);
    away.maySend(false);
    home.set(Settings.Key.LINE_PATIENCE, "600");
    try {
      home.queueBulk(patient, conversation, Id.random(), "old");
      for (int hour = 0; hour < 4; hour++) {
        home.pass(Duration.ofHours(1));
        OutboxHome.drain(lane);
      }
      away.maySend(true);
      home.outbox.wake();
      OutboxHome.drain(other);

      assertThat(away.texts()).containsExactly("old");
    } finally {
      home.set(Settings.Key.LINE_PATIENCE, Settings.Key.LINE_PATIENCE.initial());
    }
  }

  @Test
  void the_time_in_which_the_program_did_not_run_is_an_outage_too() {
    Instant before = home.now();
    Id old = home.queueBulk(patient, "old");
    home.pass(Duration.ofHours(3));
    home.fresh();
    connect();

    OutboxHome.drain(lane);

    assertThat(modem.texts()).isEmpty();
    assertThat(home.state(old)).isEqualTo(stale(before));
  }

  @Test
  void what_an_outage_made_stale_is_so_after_a_restart() {
    Id old = home.queueBulk(patient, "old");
    home.queueBulk(patient, "old as well");
    modem.maySend(false);
    out(Duration.ofHours(3));
    // The first thing the line takes is urgent; then the power goes.
    home.queue(patient, "a nurse");
    modem.meanwhile(() -> modem.maySend(false));
    OutboxHome.drain(lane);
    assertThat(modem.texts()).containsExactly("a nurse");
    assertThat(home.state(old)).isEqualTo(new PartState.Queued());
    home.fresh();
    connect();

    OutboxHome.drain(lane);

    assertThat(modem.texts()).isEmpty();
    assertThat(home.state(old).kind()).isEqualTo(PartState.Kind.HELD);
  }

  @Test
  void everything_stale_says_so_before_its_turn_comes() {
    modem.maySend(false);
    Instant before = home.now();
    Id last = home.queueBulk(patient, "old 0");
    for (int i = 1; i < 45; i++) {
      last = home.queueBulk(patient, "old " + i);
    }
    out(Duration.ofHours(3));
    home.queue(patient, "a nurse");
    lane.take();

    sweep();

    assertThat(home.state(last)).isEqualTo(stale(before));
    assertThat(stale().queued()).isEqualTo(45);
    OutboxHome.drain(lane);
    assertThat(modem.texts()).containsExactly("a nurse");
  }

  @Test
  void what_a_lead_lets_go_goes_once_and_who_did_it_is_kept() {
    Id old = home.queueBulk(patient, OutboxHome.LONG);
    out(Duration.ofHours(3));
    OutboxHome.drain(lane);
    assertThat(modem.texts()).isEmpty();

    assertThat(release(old)).isTrue();
    assertThat(release(old)).isFalse();
    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(3);
    assertThat(home.state(old)).isEqualTo(new PartState.Submitted(100));
    assertThat(
            home.base.store.<String>read(sql ->
                sql.list(
                        "select settled_by from outbox_part where part_number = 1",
                        row -> row.text("settled_by"))
                    .getFirst()))
        .isEqualTo(home.base.nurse.label());
  }

  @Test
  void all_can_be_let_go_in_steps_the_oldest_first() {
    modem.maySend(false);
    for (int i = 0; i < 60; i++) {
      home.queueBulk(patient, "old " + i);
    }
    out(Duration.ofHours(3));
    OutboxHome.drain(lane);

    int first = home.base.store.write(tx -> home.outbox.release(tx, 1000, home.base.nurse));
    int second = home.base.store.write(tx -> home.outbox.release(tx, 1000, home.base.nurse));
    OutboxHome.drain(lane);

    assertThat(first).isEqualTo(50);
    assertThat(second).isEqualTo(10);
    assertThat(modem.texts()).hasSize(60).startsWith("old 0", "old 1");
    assertThat(stale()).isEqualTo(new Outbox.Depth(0, Optional.empty()));
  }

  @Test
  void a_lead_can_take_it_back_instead() {
    Id old = home.queueBulk(patient, "old");
    out(Duration.ofHours(3));
    OutboxHome.drain(lane);

    boolean taken = home.base.store.write(tx -> home.outbox.cancel(tx, old, home.base.nurse));

    assertThat(taken).isTrue();
    assertThat(release(old)).isFalse();
    assertThat(home.state(old)).isEqualTo(new PartState.Cancelled());
  }

  @Test
  void what_nobody_lets_go_expires() {
    Id old = home.queueBulk(patient, "old");
    out(Duration.ofHours(3));
    OutboxHome.drain(lane);
    home.pass(Duration.ofHours(21));

    home.outbox.housekeeping().take();

    assertThat(home.state(old)).isEqualTo(new PartState.Expired());
  }

  @Test
  void a_message_that_has_begun_goes_on_after_an_outage() {
    Id message = home.queueBulk(patient, OutboxHome.LONG);
    modem.meanwhile(() -> modem.maySend(false));
    OutboxHome.drain(lane);

    out(Duration.ofHours(3));
    OutboxHome.drain(lane);

    assertThat(home.states(message)).allMatch(s -> s.kind() == PartState.Kind.SUBMITTED);
  }

  @Test
  void how_long_is_long_and_how_old_is_old_are_settings() {
    home.set(Settings.Key.OUTAGE, "20");
    home.set(Settings.Key.STALE, "30");
    try {
      home.queueBulk(patient, "old");
      out(Duration.ofMinutes(25));
      OutboxHome.drain(lane);
      assertThat(modem.texts()).containsExactly("old");

      Id older = home.queueBulk(patient, "older");
      out(Duration.ofMinutes(31));
      OutboxHome.drain(lane);
      assertThat(home.state(older).kind()).isEqualTo(PartState.Kind.HELD);
    } finally {
      home.set(Settings.Key.OUTAGE, Settings.Key.OUTAGE.initial());
      home.set(Settings.Key.STALE, Settings.Key.STALE.initial());
    }
  }

  @Test
  void a_clock_that_goes_back_makes_no_outage() {
    home.queueBulk(patient, "text");
    home.pass(Duration.ofHours(-5));
    OutboxHome.drain(lane);

    assertThat(modem.texts()).containsExactly("text");
  }
}

package hospital.wardbell.outbox;

import static hospital.wardbell.modem.SendOutcome.Fault.MESSAGE;
import static hospital.wardbell.modem.SendOutcome.Fault.MODEM;
import static hospital.wardbell.modem.SendOutcome.Fault.PASSING;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.modem.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TroubleTest extends OneLine {

  private List<Id> queueMany(int count) {
    return IntStream.range(0, count).mapToObj(i -> home.queue(patient, "text " + i)).toList();
  }

  private boolean settle(Id message, boolean arrived) {
    return home.base.store.write(tx -> home.outbox.settle(tx, message, arrived, home.base.nurse));
  }

  @Test
  void a_message_refused_for_good_fails_and_its_other_parts_are_not_sent() {
    Id message = home.queue(patient, OutboxHome.LONG);
    Id next = home.queue(patient, "next");
    modem.answers(new SendOutcome.Accepted(1)).answers(new SendOutcome.Refused(MESSAGE, 28));

    OutboxHome.drain(lane);

    assertThat(home.states(message))
        .containsExactly(
            new PartState.Submitted(1),
            new PartState.Failed("refused.28"),
            new PartState.Cancelled());
    assertThat(home.state(message)).isEqualTo(new PartState.Failed("refused.28"));
    assertThat(home.state(next)).isEqualTo(new PartState.Submitted(100));
  }

  @Test
  void a_passing_refusal_is_tried_again_later_and_others_go_on() {
    Id message = home.queue(patient, "first");
    Id next = home.queue(patient, "next");
    modem.answers(new SendOutcome.Refused(PASSING, 42));

    Duration rest = OutboxHome.drain(lane);

    assertThat(home.state(message))
        .isEqualTo(new PartState.Held(home.now().plusSeconds(2), "refused.42"));
    assertThat(home.state(next)).isEqualTo(new PartState.Submitted(100));
    assertThat(rest).isEqualTo(Duration.ofSeconds(2));
    OutboxHome.drain(lane);
    assertThat(modem.texts()).containsExactly("first", "next");

    home.pass(Duration.ofSeconds(2));
    OutboxHome.drain(lane);

    assertThat(modem.texts()).containsExactly("first", "next", "first");
    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(101));
  }

  @Test
  void a_part_that_is_refused_forty_times_has_failed_before_the_day_is_over() {
    Id message = home.queue(patient, "first");
    for (int i = 0; i < 40; i++) {
      modem.answers(new SendOutcome.Refused(PASSING, 38));
    }
    Instant began = home.now();
    for (int turns = 0; turns < 500 && isWaiting(message); turns++) {
      OutboxHome.drain(lane);
      home.pass(Duration.ofMinutes(5));
    }

    assertThat(home.state(message)).isEqualTo(new PartState.Failed("refused.38"));
    assertThat(modem.texts()).hasSize(40);
    assertThat(Duration.between(began, home.now()))
        .isBetween(Duration.ofHours(12), Duration.ofHours(24));
  }

  private boolean isWaiting(Id message) {
    return Moves.isWaiting(home.state(message));
  }

  @Test
  void three_passing_refusals_in_a_row_are_the_modems_trouble_and_it_rests() {
    queueMany(10);
    for (int i = 0; i < 3; i++) {
      modem.answers(new SendOutcome.Refused(PASSING, 21));
    }

    Duration rest = OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(3);
    assertThat(rest).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_modem_that_must_be_mended_is_not_fed_the_queue() {
    List<Id> messages = queueMany(10);
    modem.answers(new SendOutcome.Refused(MODEM, 310));

    Duration rest = OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(1);
    assertThat(home.state(messages.getFirst()))
        .isEqualTo(new PartState.Held(home.now().plusSeconds(60), "modem.310"));
    assertThat(home.state(messages.getLast())).isEqualTo(new PartState.Queued());
    assertThat(rest).isEqualTo(Duration.ofMinutes(1));

    home.outbox.wake();
    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(10);
  }

  @Test
  void what_was_not_tried_is_queued_again_and_sent_once() {
    Id message = home.queue(patient, "first");
    modem.answers(new SendOutcome.NotTried("resting"));

    Duration rest = OutboxHome.drain(lane);

    assertThat(home.state(message)).isEqualTo(new PartState.Queued());
    assertThat(rest).isEqualTo(Duration.ofSeconds(5));

    home.pass(rest);
    OutboxHome.drain(lane);

    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(100));
  }

  @Test
  void another_modem_may_take_what_the_first_did_not() {
    ScriptedSender second = new ScriptedSender("sim-2");
    Id message = home.queue(patient, "first");
    modem.answers(new SendOutcome.NotTried("resting"));

    OutboxHome.drain(lane);
    OutboxHome.drain(home.outbox.lane(second));

    assertThat(second.texts()).containsExactly("first");
    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(100));
  }

  @Test
  void a_modem_lost_in_mid_queue_leaves_the_rest_queued_until_it_is_back() {
    List<Id> messages = queueMany(3);
    modem.meanwhile(() -> modem.maySend(false));

    Duration rest = OutboxHome.drain(lane);

    assertThat(home.state(messages.getFirst())).isEqualTo(new PartState.Submitted(100));
    assertThat(home.state(messages.getLast())).isEqualTo(new PartState.Queued());
    assertThat(rest).isEqualTo(Duration.ofSeconds(30));

    modem.maySend(true);
    home.outbox.wake();
    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(3);
  }

  @Test
  void a_modem_lost_between_two_parts_sends_the_second_when_it_is_back() {
    Id message = home.queue(patient, OutboxHome.LONG);
    ScriptedSender second = new ScriptedSender("sim-2");
    modem.meanwhile(() -> modem.maySend(false));

    OutboxHome.drain(lane);
    OutboxHome.drain(home.outbox.lane(second));
    assertThat(second.texts()).isEmpty();

    modem.maySend(true);
    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(3);
    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(100));
  }

  @Test
  void no_answer_leaves_the_outcome_unknown_and_nothing_is_sent_again() {
    Id message = home.queue(patient, OutboxHome.LONG);
    modem.answers(SILENCE);

    OutboxHome.drain(lane);
    home.pass(Duration.ofHours(1));
    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(1);
    assertThat(home.states(message))
        .containsExactly(new PartState.Unknown(), new PartState.Queued(), new PartState.Queued());
    assertThat(home.state(message)).isEqualTo(new PartState.Unknown());
  }

  @Test
  void a_rest_ends_though_the_clock_was_set_back() {
    queueMany(2);
    modem.answers(SILENCE);
    OutboxHome.drain(lane);

    home.pass(Duration.ofHours(-2));
    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(2);
  }

  @Test
  void a_silent_modem_does_not_swallow_the_whole_queue() {
    queueMany(10);
    modem.answers(SILENCE).answers(SILENCE).answers(SILENCE);

    assertThat(OutboxHome.drain(lane)).isEqualTo(Duration.ofSeconds(30));
    home.outbox.wake();
    OutboxHome.drain(lane);
    assertThat(modem.texts()).hasSize(2);

    home.pass(Duration.ofSeconds(30));
    assertThat(OutboxHome.drain(lane)).isEqualTo(Duration.ofSeconds(60));
    assertThat(modem.texts()).hasSize(3);
  }

  @Test
  void one_lost_answer_holds_up_nothing_that_waits() {
    queueMany(3);
    modem.answers(SILENCE);

    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(3);
  }

  @Test
  void when_a_person_says_it_arrived_the_rest_goes_out() {
    Id message = home.queue(patient, OutboxHome.LONG);
    modem.answers(SILENCE);
    OutboxHome.drain(lane);

    assertThat(settle(message, true)).isTrue();
    assertThat(settle(message, true)).isFalse();
    home.pass(Duration.ofMinutes(1));
    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(3);
    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(100));
  }

  @Test
  void when_a_person_says_it_did_not_arrive_it_failed() {
    Id message = home.queue(patient, OutboxHome.LONG);
    modem.answers(SILENCE);
    OutboxHome.drain(lane);

    assertThat(settle(message, false)).isTrue();

    assertThat(home.states(message))
        .containsExactly(
            new PartState.Failed("person"), new PartState.Cancelled(), new PartState.Cancelled());
    assertThat(home.heard()).endsWith(new PartState.Unknown(), new PartState.Failed("person"));
  }
}

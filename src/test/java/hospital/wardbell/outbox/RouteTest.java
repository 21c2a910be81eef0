package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouteTest extends ThreeLines {
  private static final SendOutcome SILENCE = new SendOutcome.Unknown(Duration.ofSeconds(65));

  @Test
  void a_patient_goes_on_seeing_the_number_of_the_first_text() {
    knows(2);

    queue("second");
    drain(1, 3, 2);

    assertThat(sentBy(2)).containsExactly("first", "second");
  }

  @Test
  void who_texted_a_line_is_answered_from_there() {
    home.base.store.change(tx -> home.outbox.heard(tx, conversation, "sim-3"));

    queue("answer");
    drain(1, 2, 3);

    assertThat(sentBy(3)).containsExactly("answer");
  }

  @Test
  void who_texts_another_line_meanwhile_is_answered_from_that() {
    knows(2);
    queue("answer");
    home.base.store.change(tx -> home.outbox.heard(tx, conversation, "sim-3"));

    drain(2, 1, 3);

    assertThat(sentBy(3)).containsExactly("answer");
  }

  @Test
  void the_number_is_remembered_after_a_restart() {
    knows(2);
    home.fresh();
    connect();

    queue("second");
    drain(1, 3, 2);

    assertThat(sentBy(2)).containsExactly("second");
  }

  @Test
  void two_texts_to_somebody_new_go_out_from_one_number() {
    queue("one");
    queue("two");
    modems[0].meanwhile(() -> drain(2, 3));

    drain(1);

    assertThat(sentBy(1)).containsExactly("one", "two");
  }

  @Test
  void a_line_that_took_nothing_is_not_known() {
    queue("one");
    modems[0].answers(new SendOutcome.NotTried("resting"));
    drain(1);

    drain(2);

    assertThat(sentBy(2)).containsExactly("one");
  }

  @Test
  void a_known_line_that_is_out_is_waited_for_and_then_others_take_over() {
    knows(1);
    Id message = queue("second");
    modems[0].maySend(false);
    home.outbox.wake();

    drain(1, 2);
    home.pass(Duration.ofMinutes(9));
    drain(1, 2);
    assertThat(home.state(message)).isEqualTo(new PartState.Queued());

    home.pass(Duration.ofMinutes(1));
    drain(1, 2, 3);

    assertThat(sentBy(2)).containsExactly("second");
    queue("third");
    modems[0].maySend(true);
    home.outbox.wake();
    drain(1, 3, 2);
    assertThat(sentBy(2)).containsExactly("second", "third");
  }

  @Test
  void a_line_that_came_back_in_time_keeps_its_patients() {
    knows(1);
    modems[0].maySend(false);
    home.outbox.wake();
    queue("second");
    drain(1, 2);
    home.pass(Duration.ofMinutes(9));
    modems[0].maySend(true);
    drain(1);
    queue("third");
    modems[0].maySend(false);
    home.outbox.wake();
    drain(1);
    home.pass(Duration.ofMinutes(9));

    drain(1, 2, 3);

    assertThat(sentBy(1)).containsExactly("first", "second");
    assertThat(sentBy(2)).isEmpty();
  }

  @Test
  void how_long_a_line_is_waited_for_is_a_setting() {
    home.set(Settings.Key.LINE_PATIENCE, "30");
    try {
      knows(1);
      queue("second");
      modems[0].maySend(false);
      home.outbox.wake();
      drain(1);
      home.pass(Duration.ofMinutes(29));
      drain(2);
      assertThat(sentBy(2)).isEmpty();

      home.pass(Duration.ofMinutes(1));
      drain(2);

      assertThat(sentBy(2)).containsExactly("second");
    } finally {
      home.set(Settings.Key.LINE_PATIENCE, Settings.Key.LINE_PATIENCE.initial());
    }
  }

  @Test
  void a_deaf_line_is_given_up_and_what_it_swallowed_is_never_sent_again() {
    knows(1);
    Id swallowed = queue("second");
    Id another = queue("another");
    Id waits = queue("third");
    modems[0].answers(SILENCE).answers(SILENCE);
    drain(1);
    assertThat(home.state(swallowed)).isEqualTo(new PartState.Unknown());
    assertThat(home.state(another)).isEqualTo(new PartState.Unknown());

    home.pass(Duration.ofMinutes(10));
    drain(2);

    assertThat(sentBy(2)).containsExactly("third");
    assertThat(home.state(swallowed)).isEqualTo(new PartState.Unknown());
    assertThat(home.state(waits).kind()).isEqualTo(PartState.Kind.SUBMITTED);
  }

  @Test
  void parts_behind_one_that_was_sent_wait_for_its_line_however_long() {
    Id message = queue(OutboxHome.LONG);
    modems[0].meanwhile(() -> modems[0].maySend(false));
    drain(1);
    home.outbox.wake();

    home.pass(Duration.ofHours(1));
    drain(1, 2, 3);

    assertThat(sentBy(2)).isEmpty();
    assertThat(home.states(message).getLast()).isEqualTo(new PartState.Queued());
  }

  @Test
  void a_line_that_is_no_longer_there_is_not_waited_for() {
    home.base.store.change(tx -> home.outbox.heard(tx, conversation, "sold"));

    queue("text");
    drain(2);

    assertThat(sentBy(2)).containsExactly("text");
  }

  @Test
  void hundreds_of_texts_for_a_dead_line_hold_up_nobody() {
    modems[0].maySend(false);
    home.base.store.change(tx -> home.outbox.heard(tx, conversation, "sim-1"));
    IntStream.range(0, Ready.FRONT + 50).forEach(i -> queue("dead " + i));
    Id other = home.queueBulk(patient, Id.random(), DESK, "other");

    drain(1, 2);

    assertThat(sentBy(2)).containsExactly("other");
    assertThat(home.state(other).kind()).isEqualTo(PartState.Kind.SUBMITTED);
  }
}

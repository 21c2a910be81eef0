package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Answer;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.Concatenation;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.pdu.Validity;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DispatchTest extends OneLine {
  @Test
  void a_cleared_message_is_handed_over_and_submitted() {
    Id message = home.queue(patient, "Your visit is at 9:15.");
    assertThat(home.state(message)).isEqualTo(new PartState.Queued());

    OutboxHome.drain(lane);

    assertThat(modem.texts()).containsExactly("Your visit is at 9:15.");
    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(100));
    assertThat(home.heard())
        .containsExactly(new PartState.Submitting(), new PartState.Submitted(100));
  }

  @Test
  void the_network_is_asked_for_a_report_and_tries_for_a_day() {
    home.queue(patient, "Your visit is at 9:15.");

    OutboxHome.drain(lane);

    SubmitTpdu submit = modem.handedOver(0);
    assertThat(submit.statusReport()).isTrue();
    assertThat(submit.validity()).contains(new Validity.Relative(Duration.ofHours(24)));
    assertThat(submit.destination()).isEqualTo(Address.of(patient));
  }

  @Test
  void parts_go_in_order_under_one_reference() {
    Id message = home.queue(patient, OutboxHome.LONG);

    OutboxHome.drain(lane);

    assertThat(String.join("", modem.texts())).isEqualTo(OutboxHome.LONG);
    assertThat(modem.handedOver(1).userData().concatenation())
        .contains(new Concatenation(0, 3, 2, false));
    assertThat(home.states(message))
        .containsExactly(
            new PartState.Submitted(100),
            new PartState.Submitted(101),
            new PartState.Submitted(102));
    assertThat(home.heard())
        .containsExactly(new PartState.Submitting(), new PartState.Submitted(100));
  }

  @Test
  void the_next_long_message_to_a_phone_has_another_reference() {
    home.queue(patient, OutboxHome.LONG);
    home.queue(patient, OutboxHome.LONG);

    OutboxHome.drain(lane);

    assertThat(modem.handedOver(3).userData().concatenation())
        .map(Concatenation::reference)
        .contains(1);
  }

  @Test
  void people_and_answers_go_before_bulk_and_else_the_first_is_first() {
    home.queueBulk(patient, "bulk 1");
    home.queueBulk(patient, "bulk 2");
    home.queue(patient, "a nurse");
    home.queue(home.base.answer(patient, new Answer.Help(Id.random())));

    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(4).startsWith("a nurse").endsWith("bulk 1", "bulk 2");
  }

  @Test
  void who_opted_out_after_it_was_queued_gets_nothing() {
    Id message = home.queue(patient, "Your visit is at 9:15.");
    home.base.optOut(patient, Id.random());

    OutboxHome.drain(lane);

    assertThat(modem.texts()).isEmpty();
    assertThat(home.state(message)).isEqualTo(new PartState.Failed("gate.OPTED_OUT"));
  }

  @Test
  void many_refused_in_a_row_hold_up_nobody_behind_them() {
    PhoneNumber other = home.optedIn();
    for (int i = 0; i < 20; i++) {
      home.queue(patient, "Your visit is at 9:15.");
    }
    home.base.optOut(patient, Id.random());
    home.queue(other, "Your visit is at 9:30.");

    OutboxHome.drain(lane);

    assertThat(modem.texts()).containsExactly("Your visit is at 9:30.");
  }

  @Test
  void an_opt_out_between_two_parts_stops_the_rest() {
    Id message = home.queue(patient, OutboxHome.LONG);
    modem.meanwhile(() -> home.base.optOut(patient, Id.random()));

    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(1);
    assertThat(home.states(message))
        .containsExactly(
            new PartState.Submitted(100),
            new PartState.Failed("gate.OPTED_OUT"),
            new PartState.Cancelled());
  }

  @Test
  void what_waits_longer_than_a_day_expires_and_is_not_sent() {
    Id message = home.queue(patient, OutboxHome.LONG);
    home.pass(Duration.ofHours(24));

    OutboxHome.drain(lane);

    assertThat(modem.texts()).isEmpty();
    assertThat(home.states(message))
        .containsExactly(
            new PartState.Expired(), new PartState.Cancelled(), new PartState.Cancelled());
  }

  @Test
  void it_expires_also_where_there_is_no_modem() {
    Id message = home.queue(patient, "Your visit is at 9:15.");
    Housekeeping housekeeping = home.outbox.housekeeping();

    housekeeping.take();
    assertThat(home.state(message)).isEqualTo(new PartState.Queued());

    home.pass(Duration.ofHours(24));
    assertThat(housekeeping.take()).isZero();
    assertThat(home.state(message)).isEqualTo(new PartState.Expired());
    assertThat(housekeeping.take()).isPositive();
  }

  @Test
  void what_has_not_been_handed_over_can_be_taken_back() {
    Id message = home.queue(patient, OutboxHome.LONG);

    assertThat(cancel(message)).isTrue();
    assertThat(cancel(message)).isFalse();
    OutboxHome.drain(lane);

    assertThat(modem.texts()).isEmpty();
    assertThat(home.state(message)).isEqualTo(new PartState.Cancelled());
  }

  @Test
  void what_has_been_handed_over_cannot_be_taken_back() {
    Id message = home.queue(patient, OutboxHome.LONG);
    modem.meanwhile(() -> assertThat(cancel(message)).isFalse());

    OutboxHome.drain(lane);

    assertThat(home.states(message))
        .containsExactly(
            new PartState.Submitted(100), new PartState.Cancelled(), new PartState.Cancelled());
    assertThat(modem.texts()).hasSize(1);
  }

  private boolean cancel(Id message) {
    return home.base.store.write(tx -> home.outbox.cancel(tx, message, home.base.nurse));
  }

  @Test
  void two_modems_share_the_queue_and_take_nothing_twice() {
    ScriptedSender second = new ScriptedSender("sim-2");
    Lane other = home.outbox.lane(second);
    home.queueBulk(patient, "one");
    home.queueBulk(patient, "two");
    home.queueBulk(patient, OutboxHome.LONG);
    modem.meanwhile(() -> OutboxHome.drain(other));

    OutboxHome.drain(lane);

    assertThat(modem.texts()).containsExactly("one");
    assertThat(second.texts()).hasSize(4);
  }

  @Test
  void the_depth_counts_what_waits() {
    home.queue(patient, "one");
    home.pass(Duration.ofSeconds(1));
    home.queue(patient, OutboxHome.LONG);

    assertThat(home.outbox.depth())
        .isEqualTo(new Outbox.Depth(4, Optional.of(home.now().minusSeconds(1))));
    OutboxHome.drain(lane);
    assertThat(home.outbox.depth()).isEqualTo(new Outbox.Depth(0, Optional.empty()));
  }

  @Test
  void a_sealed_text_whose_key_does_not_open_it_fails_and_holds_nothing_up() {
    Id damaged = home.queue(patient, "one");
    Id sound = home.queue(patient, "two");
    home.base.store.change(tx ->
        tx.update(
            "update outbox_part set sealed_pdu = ? where message = ?", new byte[64], damaged));

    OutboxHome.drain(lane);

    assertThat(home.state(damaged)).isEqualTo(new PartState.Failed("unreadable"));
    assertThat(home.state(sound)).isEqualTo(new PartState.Submitted(100));
  }

  @Test
  void the_pdu_is_forgotten_once_it_cannot_have_to_go_out_again() {
    home.queue(patient, "one");
    assertThat(kept()).isOne();

    OutboxHome.drain(lane);

    assertThat(kept()).isZero();
  }

  private long kept() {
    return home.base.store.read(
        sql -> sql.number("select count(*) from outbox_part where sealed_pdu is not null"));
  }
}

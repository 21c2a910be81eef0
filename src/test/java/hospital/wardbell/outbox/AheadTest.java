package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The modem is asked for its prompt before the text is its.
class AheadTest extends OneLine {
  @Test
  void the_modem_is_made_ready_while_the_claim_is_written_and_gets_the_text_after_it() {
    Id message = home.queue(patient, "Your visit is at 9:15.");
    List<PartState> seen = new ArrayList<>();
    modem
        .whenReady(() -> seen.add(home.state(message)))
        .meanwhile(() -> seen.add(home.state(message)));

    OutboxHome.drain(lane);

    assertThat(seen).containsExactly(new PartState.Queued(), new PartState.Submitting());
  }

  @Test
  void who_opts_out_while_the_modem_is_made_ready_gets_nothing_and_the_next_goes() {
    Id message = home.queue(patient, "Your visit is at 9:15.");
    PhoneNumber other = home.optedIn();
    Id next = home.queue(other, "Your visit is at 9:30.");
    modem.whenReady(() -> home.base.optOut(patient, Id.random()));

    OutboxHome.drain(lane);

    assertThat(modem.withdrawals()).isOne();
    assertThat(modem.texts()).containsExactly("Your visit is at 9:30.");
    assertThat(home.state(message)).isEqualTo(new PartState.Failed("gate.OPTED_OUT"));
    assertThat(home.state(next)).isEqualTo(new PartState.Submitted(100));
  }

  @Test
  void what_may_not_go_is_known_before_the_modem_is_made_ready_for_it() {
    home.queue(patient, "Your visit is at 9:15.");
    home.base.optOut(patient, Id.random());

    OutboxHome.drain(lane);

    assertThat(modem.withdrawals()).isZero();
  }
}

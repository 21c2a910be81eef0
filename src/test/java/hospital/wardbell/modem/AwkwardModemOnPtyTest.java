package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.practice.Fault;
import hospital.wardbell.practice.Faults;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The whole driver against a modem with habits of its own, over a real pseudo-terminal.
class AwkwardModemOnPtyTest extends OnPty {
  @Test
  void a_modem_that_goes_on_taking_text_after_a_refusal_sends_the_next_text_only()
      throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    modem.suffer(new Fault.Refused(500, true));
    assertThat(outcome(front.submit(text("one"), false))).isInstanceOf(SendOutcome.Refused.class);

    accepted(front.submit(text("two"), false));
    assertThat(journal.entries(JournalEntry.Submitted.class)).hasSize(1);
  }

  @Test
  void a_text_that_arrives_while_one_is_refused_is_taken() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    modem.suffer(new Fault.Refused(512));
    CompletableFuture<SendOutcome> refused = front.submit(text("out"), false);
    modem.text(PATIENT, "in");

    assertThat(outcome(refused)).isEqualTo(new SendOutcome.Refused(SendOutcome.Fault.PASSING, 512));
    assertThat(wordsOf(take(messages))).isEqualTo("in");
    accepted(front.submit(text("out"), false));
  }

  @Test
  void full_stores_are_emptied_and_what_waited_outside_comes_in() throws Exception {
    ModemOptions small = ModemOptions.of(Timing.none()).withCapacity(2, 2);
    VirtualModem modem = plugIn(small);
    for (int i = 0; i < 8; i++) {
      modem.text(PATIENT, "in " + i);
    }
    assertThat(modem.waitingTexts()).isEqualTo(6);

    startAndRegister();

    for (int i = 0; i < 8; i++) {
      take(messages);
    }
    assertThat(modem.waitingTexts()).isZero();
  }

  @Test
  void texts_that_many_hand_over_at_once_do_not_mix() throws Exception {
    plugIn(Faults.noisy(11), Timing.none());
    Modem front = startAndRegister();

    List<CompletableFuture<SendOutcome>> texts =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(i -> front.submit(text("text " + i), i % 2 == 0))
            .toList();

    for (CompletableFuture<SendOutcome> text : texts) {
      accepted(text);
    }
    assertThat(journal.entries(JournalEntry.Submitted.class))
        .extracting(JournalEntry.Submitted::text)
        .containsExactlyInAnyOrder(
            IntStream.range(0, 12).mapToObj(i -> "text " + i).toArray(String[]::new));
  }
}

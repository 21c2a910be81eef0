package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.StatusReportTpdu;
import hospital.wardbell.practice.Fault;
import hospital.wardbell.practice.Faults;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// The whole driver against the practice modem, over a real pseudo-terminal.
class ModemOnPtyTest extends OnPty {
  @Test
  void a_text_goes_out_its_report_comes_back_and_the_answer_is_fetched() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    int reference = accepted(front.submit(text("Your scan is ready"), false));
    modem.text(PATIENT, "Thank you");

    assertThat(Pdu.read(take(reports), Pdu.Way.TO_MOBILE).tpdu())
        .isInstanceOfSatisfying(
            StatusReportTpdu.class,
            report -> assertThat(report.messageReference()).isEqualTo(reference));
    assertThat(wordsOf(take(messages))).isEqualTo("Thank you");
    assertThat(journal.await(JournalEntry.Deleted.class, 1, _ -> true, LONG)).hasSize(1);
    assertThat(journal.await(JournalEntry.Acknowledged.class, 1, _ -> true, LONG)).hasSize(1);
    assertThat(front.health().imei()).contains("004401234567895");
  }

  @Test
  void texts_that_arrived_before_the_driver_are_fetched_at_the_start() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    modem.text(PATIENT, "I am early");

    startAndRegister();

    assertThat(wordsOf(take(messages))).isEqualTo("I am early");
  }

  @Test
  void noise_and_unsolicited_lines_inside_answers_lose_nothing() throws Exception {
    VirtualModem modem = plugIn(Faults.noisy(7), Timing.none());
    Modem front = startAndRegister();

    for (int i = 0; i < 40; i++) {
      modem.text(PATIENT, "in " + i);
      accepted(front.submit(text("out " + i), true));
    }

    for (int i = 0; i < 40; i++) {
      take(messages);
      take(reports);
    }
    assertThat(journal.entries(JournalEntry.Submitted.class)).hasSize(40);
  }

  @Test
  void a_text_whose_answer_is_lost_is_unknown_and_the_next_one_goes() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    modem.suffer(new Fault.LostFinal());
    SendOutcome first = outcome(front.submit(text("one"), false));

    assertThat(first).isInstanceOf(SendOutcome.Unknown.class);
    accepted(front.submit(text("two"), false));
    assertThat(journal.entries(JournalEntry.Submitted.class)).hasSize(2);
  }

  @Test
  void a_refused_text_is_told_and_not_sent() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    modem.suffer(new Fault.Refused(38));

    assertThat(outcome(front.submit(text("one"), false)))
        .isEqualTo(new SendOutcome.Refused(SendOutcome.Fault.PASSING, 38));
    assertThat(journal.entries(JournalEntry.Submitted.class)).isEmpty();
  }

  @Test
  void a_modem_that_is_pulled_out_and_put_back_goes_on() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    modem.unplug();
    assertThat(await(State.ABSENT).trouble().map(Trouble::words).orElse(""))
        .startsWith("no modem: ");
    assertThat(outcome(front.submit(text("away"), false))).isInstanceOf(SendOutcome.NotTried.class);
    modem.text(PATIENT, "meanwhile");
    modem.replug();
    await(State.REGISTERED);

    assertThat(wordsOf(take(messages))).isEqualTo("meanwhile");
    accepted(front.submit(text("back"), false));
  }

  @Test
  void a_pull_under_a_submit_leaves_it_unknown() throws Exception {
    Timing slow = new Timing(Duration.ZERO, Duration.ZERO, 0, Duration.ofSeconds(1), Duration.ZERO);
    VirtualModem modem = plugIn(Faults.none(), slow);
    Modem front = startAndRegister();

    CompletableFuture<SendOutcome> underWay = front.submit(text("on its way"), false);
    assertThat(journal.await(JournalEntry.Command.class, 1, c -> c.name().contains("CMGS"), LONG))
        .isNotEmpty();
    modem.unplug();

    assertThat(outcome(underWay))
        .isInstanceOfAny(SendOutcome.Unknown.class, SendOutcome.NotTried.class);
  }

  @Test
  void a_text_that_cannot_be_kept_stays_on_the_modem_until_it_can() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();
    refusals.set(1);

    modem.text(PATIENT, "keep me");
    accepted(front.submit(text("others go on"), false));

    assertThat(wordsOf(take(messages))).isEqualTo("keep me");
    assertThat(journal.await(JournalEntry.Deleted.class, 1, _ -> true, LONG)).hasSize(1);
  }
}

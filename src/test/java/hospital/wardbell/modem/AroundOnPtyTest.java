package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.NetworkCode;
import hospital.wardbell.practice.Faults;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What a modem is asked besides texting, by the whole driver over a real pseudo-terminal.
class AroundOnPtyTest extends OnPty {
  private static final Errand CODE = new Errand.Ask(new NetworkCode("*100#"));
  private static final Duration RINGS = Duration.ofMillis(200);

  @Test
  void a_report_is_handed_on_with_the_sim_that_it_came_to() throws Exception {
    plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    accepted(front.submit(text("reported on"), false));
    take(reports);

    assertThat(take(sims)).isEqualTo("89001012345678901239");
    assertThat(front.health().iccid()).contains("89001012345678901239");
  }

  @Test
  void a_modem_says_its_number_and_what_it_is_and_the_network_a_balance() throws Exception {
    VirtualModem modem = plugIn(Faults.noisy(3), Timing.none());
    Modem front = startAndRegister();

    assertThat(told(front.run(new Errand.OwnNumber()))).isEqualTo("+12025550100");
    assertThat(told(front.run(new Errand.Equipment()))).contains("Practice modem");
    assertThat(told(front.run(CODE))).isEqualTo("Practice: balance 10.00");

    modem.answerCodesAfterwards("+CUSD: 0,\"Balance\r\n9.80\",15");
    assertThat(told(front.run(CODE))).isEqualTo("Balance\n9.80");
  }

  @Test
  void texts_go_on_while_the_network_thinks_about_a_code() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();
    modem.answerCodesAfterwards("^MODE: 5,4");
    CompletableFuture<ErrandOutcome> code = front.run(CODE);

    accepted(front.submit(text("one"), false));
    accepted(front.submit(text("two"), false));

    assertThat(code).isNotDone();
    front.close();
    assertThat(code.get(5, TimeUnit.SECONDS)).isInstanceOf(ErrandOutcome.Untold.class);
  }

  @Test
  void without_a_modem_and_after_the_end_errands_are_answered_at_once() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();
    modem.unplug();
    await(ModemHealth.State.ABSENT);

    assertThat(outcomeOf(front.run(CODE))).isInstanceOf(ErrandOutcome.Untold.class);
    front.close();
    assertThat(outcomeOf(front.run(CODE))).isInstanceOf(ErrandOutcome.Untold.class);
  }

  @Test
  void one_errand_too_many_is_untold_at_once() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();
    modem.answerCodesAfterwards("^MODE: 5,4");

    for (int i = 0; i < 8; i++) {
      assertThat(front.run(CODE)).isNotDone();
    }

    assertThat(front.run(CODE)).isDone();
  }

  @Test
  void a_call_is_told_with_its_number_and_rejected_where_callers_are_answered() throws Exception {
    answersCalls = true;
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();
    journal.await(JournalEntry.Command.class, 1, c -> c.name().equals("+CLIP"), LONG);

    modem.call(Optional.of(PATIENT), RINGS);

    assertThat(take(calls)).isEqualTo(PATIENT.e164());
    journal.await(JournalEntry.Command.class, 1, c -> c.name().equals("+CHUP"), LONG);
    accepted(front.submit(text("goes on"), false));
    assertThat(calls).isEmpty();
  }

  @Test
  void a_call_is_told_and_left_to_ring_where_nobody_answers() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    modem.call(Optional.of(PATIENT), RINGS);

    assertThat(take(calls)).isEqualTo("withheld");
    accepted(front.submit(text("goes on"), false));
    assertThat(commands()).doesNotContain("+CHUP", "+CLIP", "H");
  }

  @Test
  void a_trace_shows_the_dialogue_and_none_of_its_content() throws Exception {
    plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    front.trace().start(Duration.ofMinutes(1));
    accepted(front.submit(text("Your scan is ready"), false));
    assertThat(told(front.run(CODE))).contains("10.00");
    front.trace().stop();

    List<String> said = front.trace().lines().stream().map(Trace.Line::text).toList();
    assertThat(said).anyMatch(line -> line.startsWith("AT+CMGS=")).contains(">", "AT+CUSD=…");
    assertThat(said.toString()).doesNotContain("*100", "10.00", "2055", "E9");
  }

  private List<String> commands() {
    return journal.entries(JournalEntry.Command.class).stream()
        .map(JournalEntry.Command::name)
        .toList();
  }

  private static ErrandOutcome outcomeOf(CompletableFuture<ErrandOutcome> future) throws Exception {
    return future.get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private static String told(CompletableFuture<ErrandOutcome> future) throws Exception {
    return ((ErrandOutcome.Told) outcomeOf(future)).text();
  }
}

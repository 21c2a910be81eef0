package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A modem that fell into text mode unnoticed would send a TPDU's digits to a number that nobody
/// meant.
class TextModeTest {
  private static final String TPDU = "0011000B912120550121F30000A70A";
  private static final String[] PDU_MODE = {"+CMGF: 0", "OK"};
  private static final String[] TEXT_MODE = {"+CMGF: 1", "OK"};

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock).on("AT+CMGF?", PDU_MODE).on("AT+CMGF=0", "OK");
  private final AtDialogue at = new AtDialogue(modem, clock, _ -> {});
  private final Submitter submitter =
      new Submitter(
          at, Profile.GENERIC.sending(), Duration.ofSeconds(65), clock, true, AnyDomain.of(at));

  @Test
  void a_modem_in_text_mode_is_put_back_before_it_is_given_a_text() throws Exception {
    modem.now("AT+CMGF?", TEXT_MODE).on("AT+CMGF?", PDU_MODE);
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7", "OK");

    assertThat(submit()).isEqualTo(new SendOutcome.Accepted(7));
    assertThat(modem.written())
        .containsExactly("AT+CMGF?", "AT+CMGF=0", "AT+CMGF?", "AT+CMGS=24", TPDU + "^Z");
  }

  @Test
  void a_modem_that_stays_in_text_mode_is_given_nothing() throws Exception {
    modem.now("AT+CMGF?", TEXT_MODE);

    assertThat(submit()).isInstanceOf(SendOutcome.NotTried.class);
    assertThat(modem.written()).noneMatch(command -> command.startsWith("AT+CMGS"));
  }

  @Test
  void the_mode_is_asked_for_again_once_a_run_of_texts_has_lasted_five_seconds() throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7", "OK");

    submit();
    submit();
    clock.step(Duration.ofSeconds(5));
    submit();

    assertThat(modem.written()).filteredOn("AT+CMGF?"::equals).hasSize(2);
  }

  private SendOutcome submit() throws InterruptedException {
    Job job = new Job(24, TPDU, false);
    submitter.run(job);
    return job.outcome().join();
  }
}

package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.modem.Profile.Sending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written behind the prompt, and when it is ended.
class EntryTest {
  private static final String TPDU = "11000B912120550121F30000A70A";
  private static final String PDU = "00" + TPDU;
  private static final int OCTETS = TPDU.length() / 2;
  private static final String PROMPT_FOR = "AT+CMGS=" + OCTETS;

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT", "OK")
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("AT+CMGF?", "+CMGF: 0", "OK")
          .on(PROMPT_FOR, "> ");
  private final List<Urc> urcs = new ArrayList<>();
  private final AtDialogue at = new AtDialogue(modem, clock, urcs::add);

  @Test
  void a_text_is_ended_once_the_modem_has_repeated_it() throws Exception {
    checkEcho();
    modem.on(PDU, "> 0011", "> 0011000B91", "> " + PDU).on("^Z", PDU, "+CMGS: 7", "OK");

    assertThat(submit(true)).isEqualTo(new SendOutcome.Accepted(7));
    assertThat(modem.written()).endsWith(PROMPT_FOR, PDU, "^Z");
    assertThat(urcs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"> 0011000B9221", "> 00", "> " + PDU + "0", "+CMTI: \"ME\",1"})
  void a_text_that_comes_back_otherwise_is_taken_out_again_and_was_not_tried(String echo)
      throws Exception {
    checkEcho();
    modem.on(PDU, echo);

    assertThat(submit(true)).isInstanceOf(SendOutcome.NotTried.class);
    assertThat(modem.written()).endsWith(PDU, "^[", "AT", "AT+CMEE?").doesNotContain("^Z");
  }

  @Test
  void a_text_that_was_taken_out_may_be_tried_again() throws Exception {
    checkEcho();
    modem.on(PDU, "> 01").on(PDU, "> " + PDU).on("^Z", PDU, "+CMGS: 7", "OK");

    assertThat(submit(true)).isInstanceOf(SendOutcome.NotTried.class);
    assertThat(submit(true)).isEqualTo(new SendOutcome.Accepted(7));
  }

  @Test
  void a_line_lost_before_the_text_was_ended_means_that_it_was_not_tried() {
    checkEcho();
    modem.on(PDU, "> 0011", ScriptedLine.GONE);
    Job job = new Job(OCTETS, PDU, false);

    assertThatThrownBy(() -> submitter(true).run(job)).isInstanceOf(ModemFault.class);

    assertThat(job.outcome().getNow(new SendOutcome.Accepted(0)))
        .isInstanceOf(SendOutcome.NotTried.class);
  }

  @Test
  void silence_after_a_checked_text_was_ended_leaves_the_outcome_unknown() throws Exception {
    checkEcho();
    modem.on(PDU, "> " + PDU);

    assertThat(submit(true)).isInstanceOf(SendOutcome.Unknown.class);
  }

  @Test
  void the_pauses_between_pieces_are_no_part_of_the_wait_for_the_echo() throws Exception {
    Port slow =
        new Port() {
          @Override
          public Heard next(Duration patience) {
            return modem.next(patience);
          }

          @Override
          public void write(String characters) {
            modem.write(characters);
            clock.step(Duration.ofSeconds(4));
          }
        };
    AtDialogue dialogue = new AtDialogue(slow, clock, urcs::add);
    dialogue.use(new Writing(8, Duration.ofMillis(100), true));
    modem.on(PDU, "> " + PDU);

    assertThat(dialogue.enters(AtCommand.payload(PDU, Duration.ofSeconds(65)))).isTrue();
  }

  @Test
  void an_echo_that_nobody_asked_to_check_does_not_disturb_a_text() throws Exception {
    modem.on(PDU + "^Z", "> " + PDU, PDU, "+CMGS: 7", "OK");

    assertThat(submit(true)).isEqualTo(new SendOutcome.Accepted(7));
  }

  @Test
  void where_the_service_centre_is_to_be_left_out_the_tpdu_is_written_alone() throws Exception {
    modem.on(TPDU + "^Z", "+CMGS: 7", "OK");

    assertThat(submit(false)).isEqualTo(new SendOutcome.Accepted(7));
    assertThat(modem.written()).endsWith(PROMPT_FOR, TPDU + "^Z");
  }

  private void checkEcho() {
    at.use(new Writing(Writing.WHOLE, Duration.ofMillis(10), true));
  }

  private SendOutcome submit(boolean serviceCentre) throws InterruptedException {
    Job job = new Job(OCTETS, PDU, false);
    submitter(serviceCentre).run(job);
    return job.outcome().join();
  }

  private Submitter submitter(boolean serviceCentre) {
    Sending usual = Profile.GENERIC.sending();
    Sending sending =
        new Sending(
            usual.patience(),
            usual.promptPatience(),
            usual.keepsLink(),
            serviceCentre,
            usual.errors());
    return new Submitter(at, sending, usual.patience(), clock, false, AnyDomain.of(at));
  }
}

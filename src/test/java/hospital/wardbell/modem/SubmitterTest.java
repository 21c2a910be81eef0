package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.modem.SendOutcome.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitterTest {
  private static final String TPDU = "0011000B912120550121F30000A70A";
  private static final Duration PATIENCE = Duration.ofSeconds(65);

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT", "OK")
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("AT+CMGF?", "+CMGF: 0", "OK");
  private final List<Urc> urcs = new ArrayList<>();
  private final AtDialogue at = new AtDialogue(modem, clock, urcs::add);
  private final Submitter submitter =
      new Submitter(at, Profile.GENERIC.sending(), PATIENCE, clock, true, AnyDomain.of(at));

  @Test
  void a_text_is_accepted_under_the_reference_the_modem_gives() throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7", "OK");

    assertThat(submit()).isEqualTo(new SendOutcome.Accepted(7));
    assertThat(modem.written()).containsExactly("AT+CMGF?", "AT+CMGS=24", TPDU + "^Z");
  }

  @Test
  void a_message_arriving_before_the_reference_is_no_part_of_the_answer() throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMT: ,23", "07911326", "+CMGS: 7", "OK");

    assertThat(submit()).isEqualTo(new SendOutcome.Accepted(7));
    assertThat(urcs).containsExactly(new Urc("+CMT: ,23", "07911326"));
  }

  @Test
  void a_message_announced_before_the_prompt_does_not_disturb_it() throws Exception {
    modem.on("AT+CMGS=24", "+CMTI: \"ME\",0", "> ");
    modem.on(TPDU + "^Z", "+CMTI: \"ME\",1", "+CMGS: 255", "OK");

    assertThat(submit()).isEqualTo(new SendOutcome.Accepted(255));
    assertThat(urcs).hasSize(2);
  }

  @Test
  void echoes_do_not_disturb_a_submit() throws Exception {
    modem.echoing().on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7", "OK");

    assertThat(submit()).isEqualTo(new SendOutcome.Accepted(7));
    assertThat(urcs).isEmpty();
  }

  @Test
  void silence_after_the_tpdu_leaves_the_outcome_unknown() throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z");

    assertThat(submit()).isEqualTo(new SendOutcome.Unknown(PATIENCE));
  }

  @Test
  void a_reference_without_its_ok_is_still_the_networks_word() throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7");

    assertThat(submit()).isEqualTo(new SendOutcome.Accepted(7));
  }

  @Test
  void a_reference_that_may_have_lost_digits_leaves_the_outcome_unknown() throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 1", "RING", "12", "OK");

    assertThat(submit()).isEqualTo(new SendOutcome.Unknown(Duration.ZERO));
  }

  @Test
  void a_reference_said_twice_is_the_same_reference() throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7", "+CMGS: 7", "OK");

    assertThat(submit()).isEqualTo(new SendOutcome.Accepted(7));
  }

  @Test
  void an_ok_without_a_reference_leaves_the_outcome_unknown() throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "OK");

    assertThat(submit()).isEqualTo(new SendOutcome.Unknown(Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+CMGS: 256", "+CMGS: -1", "+CMGS:", "+CMGS: \"\""})
  void a_reference_that_can_be_none_leaves_the_outcome_unknown(String line) throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", line, "OK");

    assertThat(submit()).isEqualTo(new SendOutcome.Unknown(Duration.ZERO));
  }

  @Test
  void a_reference_that_takes_a_minute_is_waited_for() throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7", "OK");
    Duration minute = Duration.ofMinutes(1);
    Port slow =
        new Port() {
          private boolean handedOver;

          @Override
          public Heard next(Duration patience) throws InterruptedException {
            if (handedOver) {
              clock.step(patience.compareTo(minute) < 0 ? patience : minute);
              handedOver = false;
              return patience.compareTo(minute) < 0 ? new Heard.Nothing() : modem.next(patience);
            }
            return modem.next(patience);
          }

          @Override
          public void write(String characters) {
            handedOver = characters.startsWith(TPDU);
            modem.write(characters);
          }
        };
    Job job = new Job(24, TPDU, false);

    AtDialogue dialogue = new AtDialogue(slow, clock, urcs::add);
    new Submitter(
            dialogue, Profile.GENERIC.sending(), PATIENCE, clock, true, AnyDomain.of(dialogue))
        .run(job);

    assertThat(job.outcome().join()).isEqualTo(new SendOutcome.Accepted(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ERROR", "+CMS ERROR: 332"})
  void what_does_not_say_what_became_of_the_tpdu_leaves_the_outcome_unknown(String line)
      throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", line);

    assertThat(submit()).isEqualTo(new SendOutcome.Unknown(Duration.ZERO));
  }

  @Test
  void a_bare_error_before_the_tpdu_is_a_passing_refusal() throws Exception {
    modem.on("AT+CMGS=24", "ERROR");

    assertThat(submit()).isEqualTo(new SendOutcome.Refused(Fault.PASSING, -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+CMS ERROR: 500", "ERROR"})
  void after_a_refusal_the_text_entry_is_left_before_the_next_command(String error)
      throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", error).on(TPDU + "^Z", "+CMGS: 7", "OK");

    submit();
    submit();

    assertThat(modem.written())
        .containsExactly(
            "AT+CMGF?",
            "AT+CMGS=24",
            TPDU + "^Z",
            "^[",
            "AT",
            "AT+CMEE?",
            "AT+CMGS=24",
            TPDU + "^Z");
  }

  @Test
  void a_modem_that_sleeps_through_the_first_command_takes_the_second_text() throws Exception {
    modem.on("AT+CMGS=24").on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7", "OK");

    assertThat(submit()).isInstanceOf(SendOutcome.NotTried.class);
    assertThat(submit()).isEqualTo(new SendOutcome.Accepted(7));
  }

  @Test
  void a_call_that_rings_does_not_disturb_a_submit() throws Exception {
    modem.on("AT+CMGS=24", "RING", "+CLIP: \"+12025550123\",145", "> ");
    modem.on(TPDU + "^Z", "RING", "NO CARRIER", "+CMGS: 7", "OK");

    assertThat(submit()).isEqualTo(new SendOutcome.Accepted(7));
    assertThat(urcs).hasSize(4);
  }

  @Test
  void without_a_prompt_nothing_is_handed_over_and_the_entry_is_left() throws Exception {
    modem.on("AT+CMGS=24");

    assertThat(submit()).isInstanceOf(SendOutcome.NotTried.class);
    assertThat(modem.written()).containsExactly("AT+CMGF?", "AT+CMGS=24", "^[", "AT", "AT+CMEE?");
  }

  @Test
  void a_line_lost_after_the_tpdu_leaves_the_outcome_unknown() {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", ScriptedLine.GONE);
    Job job = new Job(24, TPDU, false);

    assertThatThrownBy(() -> submitter.run(job)).isInstanceOf(ModemFault.class);

    assertThat(job.outcome().getNow(new SendOutcome.Accepted(0)))
        .isInstanceOf(SendOutcome.Unknown.class);
  }

  @Test
  void a_line_lost_before_the_tpdu_means_that_it_was_not_tried() {
    modem.on("AT+CMGS=24", ScriptedLine.GONE);
    Job job = new Job(24, TPDU, false);

    assertThatThrownBy(() -> submitter.run(job)).isInstanceOf(ModemFault.class);

    assertThat(job.outcome().getNow(new SendOutcome.Accepted(0)))
        .isInstanceOf(SendOutcome.NotTried.class);
  }

  @ParameterizedTest
  @CsvSource({
    "+CMS ERROR: 1, MESSAGE, 1",
    "+CMS ERROR: 30, MESSAGE, 30",
    "+CMS ERROR: 69, MESSAGE, 69",
    "+CMS ERROR: 111, MESSAGE, 111",
    "+CMS ERROR: 304, MESSAGE, 304",
    "+CMS ERROR: 195, MESSAGE, 195",
    "+CMS ERROR: 17, PASSING, 17",
    "+CMS ERROR: 21, PASSING, 21",
    "+CMS ERROR: 34, PASSING, 34",
    "+CMS ERROR: 38, PASSING, 38",
    "+CMS ERROR: 42, PASSING, 42",
    "+CMS ERROR: 192, PASSING, 192",
    "+CMS ERROR: 331, PASSING, 331",
    "+CMS ERROR: 500, PASSING, 500",
    "+CMS ERROR: 512, PASSING, 512",
    "+CMS ERROR: 302, MODEM, 302",
    "+CMS ERROR: 310, MODEM, 310",
    "+CMS ERROR: 318, MODEM, 318",
    "+CMS ERROR: 322, MODEM, 322",
    "+CMS ERROR: 330, MODEM, 330",
    "+CMS ERROR: 193, MODEM, 193",
    "+CME ERROR: 10, MODEM, 10",
    "+CME ERROR: 14, PASSING, 14",
    "+CME ERROR: 515, PASSING, 515",
  })
  void an_error_names_whose_fault_it_is(String line, Fault fault, int code) throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", line);

    assertThat(submit()).isEqualTo(new SendOutcome.Refused(fault, code));
  }

  @Test
  void an_error_before_the_prompt_is_a_refusal() throws Exception {
    modem.on("AT+CMGS=24", "+CMS ERROR: 302");

    assertThat(submit()).isEqualTo(new SendOutcome.Refused(Fault.MODEM, 302));
    assertThat(modem.written()).containsExactly("AT+CMGF?", "AT+CMGS=24", "^[", "AT", "AT+CMEE?");
  }

  @Test
  void the_link_is_kept_once_for_a_run_of_texts() throws Exception {
    modem.on("AT+CMMS=2", "OK").on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7", "OK");

    submitter.run(new Job(24, TPDU, true));
    submitter.run(new Job(24, TPDU, true));
    submitter.run(new Job(24, TPDU, false));

    assertThat(modem.written()).filteredOn("AT+CMMS=2"::equals).hasSize(1);
  }

  @Test
  void a_link_that_cannot_be_kept_is_done_without_and_asked_for_once() throws Exception {
    modem.on("AT+CMMS=2", "+CMS ERROR: 500").on("AT+CMGS=24", "> ");
    modem.on(TPDU + "^Z", "+CMGS: 7", "OK");
    Job job = new Job(24, TPDU, true);

    submitter.run(new Job(24, TPDU, true));
    submitter.run(job);

    assertThat(job.outcome().join()).isEqualTo(new SendOutcome.Accepted(7));
    assertThat(modem.written()).filteredOn("AT+CMMS=2"::equals).hasSize(1);
  }

  private SendOutcome submit() throws InterruptedException {
    Job job = new Job(24, TPDU, false);
    submitter.run(job);
    return job.outcome().join();
  }
}

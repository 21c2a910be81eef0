package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.SendOutcome.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsDomainTest {
  private static final String SIM = "89001012345678901239";
  private static final List<Integer> WISHED = List.of(1, 3, 0);
  private static final SendOutcome ACCEPTED = new SendOutcome.Accepted(7);

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT", "OK")
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("AT+CGSMS=?", "+CGSMS: (0-3)", "OK")
          .on("AT+CGSMS=0", "OK")
          .on("AT+CGSMS=1", "OK")
          .on("AT+CGSMS=3", "OK");
  private final KeptMemory memory = new KeptMemory();
  private final AtDialogue at = new AtDialogue(modem, clock, _ -> {});
  private SmsDomain domain = fresh();

  @BeforeEach
  void know_the_sim() {
    memory.keep("iccid", SIM);
  }

  @Test
  void without_a_wish_the_modem_is_left_as_it_is_and_asked_nothing() throws Exception {
    domain.setUp(List.of());
    refuse(69, 5);

    assertThat(faultOf(69)).isEqualTo(Fault.MESSAGE);
    assertThat(modem.written()).isEmpty();
  }

  @Test
  void the_first_wish_that_the_modem_offers_and_takes_is_chosen() throws Exception {
    modem.now("AT+CGSMS=?", "+CGSMS: (0,3)", "OK").now("AT+CGSMS=3", "ERROR");

    domain.setUp(WISHED);

    assertThat(modem.written()).containsExactly("AT+CGSMS=?", "AT+CGSMS=3", "AT+CGSMS=0");
  }

  @Test
  void an_offer_that_was_lost_is_asked_for_again_and_a_refused_question_is_not() throws Exception {
    modem.now("AT+CGSMS=?", "OK").on("AT+CGSMS=?", "+CGSMS: (0-3)", "OK");
    domain.setUp(WISHED);
    assertThat(modem.written())
        .filteredOn(command -> command.startsWith("AT+CGSMS"))
        .containsExactly("AT+CGSMS=?", "AT+CGSMS=?", "AT+CGSMS=1");

    modem.now("AT+CGSMS=?", "ERROR").written().clear();
    domain = fresh();
    domain.setUp(WISHED);
    assertThat(modem.written()).containsExactly("AT+CGSMS=?");
  }

  @Test
  void a_facility_that_is_not_implemented_is_passing_while_a_domain_is_untried() throws Exception {
    domain.setUp(WISHED);

    assertThat(faultOf(69)).isEqualTo(Fault.PASSING);
    refuse(69, 1);
    assertThat(faultOf(69)).isEqualTo(Fault.PASSING);
    refuse(69, 1);
    assertThat(faultOf(69)).isEqualTo(Fault.MESSAGE);
    refuse(69, 1);

    assertThat(chosen()).containsExactly("AT+CGSMS=1", "AT+CGSMS=3", "AT+CGSMS=0");
    assertThat(faultOf(28)).isEqualTo(Fault.MESSAGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 38, 41, 47, 17})
  void three_refusals_of_the_network_in_a_row_have_the_next_domain_tried(int code)
      throws Exception {
    domain.setUp(WISHED);

    refuse(code, 2);
    domain.heard(ACCEPTED);
    refuse(code, 2);
    assertThat(chosen()).containsExactly("AT+CGSMS=1");
    refuse(code, 1);

    assertThat(chosen()).containsExactly("AT+CGSMS=1", "AT+CGSMS=3");
  }

  @Test
  void refusals_that_say_nothing_of_the_domain_and_unknown_outcomes_change_nothing()
      throws Exception {
    domain.setUp(WISHED);

    for (int i = 0; i < 5; i++) {
      refuse(500, 2);
      refuse(28, 1); // the network has heard of the text
      domain.heard(new SendOutcome.Unknown(Duration.ofSeconds(65)));
      domain.heard(new SendOutcome.NotTried("no network"));
    }

    assertThat(chosen()).containsExactly("AT+CGSMS=1");
  }

  @Test
  void what_worked_for_a_sim_is_used_first_the_next_time() throws Exception {
    domain.setUp(WISHED);
    refuse(69, 1);
    domain.heard(ACCEPTED);
    modem.written().clear();

    domain = fresh();
    domain.setUp(WISHED);
    assertThat(chosen()).containsExactly("AT+CGSMS=3");
    refuse(69, 1);
    assertThat(chosen()).containsExactly("AT+CGSMS=3", "AT+CGSMS=1");
  }

  @Test
  void what_worked_for_another_sim_or_was_never_proved_is_not() throws Exception {
    domain.setUp(WISHED);
    refuse(69, 1); // by the next no text has gone out yet
    modem.written().clear();
    domain = fresh();
    domain.setUp(WISHED);
    assertThat(chosen()).containsExactly("AT+CGSMS=1");

    refuse(69, 1);
    domain.heard(ACCEPTED);
    memory.keep("iccid", "89001012345678905552");
    modem.written().clear();
    domain = fresh();
    domain.setUp(WISHED);
    assertThat(chosen()).containsExactly("AT+CGSMS=1");
  }

  @Test
  void a_text_that_no_domain_takes_comes_to_an_end_though_others_go_out_between() throws Exception {
    domain.setUp(List.of(1, 3));

    refuse(69, 1);
    domain.heard(ACCEPTED);

    assertThat(faultOf(69)).isEqualTo(Fault.MESSAGE);
    clock.step(Duration.ofMinutes(61));
    assertThat(faultOf(69)).isEqualTo(Fault.PASSING);
  }

  @Test
  void a_domain_that_the_modem_refuses_when_it_is_needed_is_passed_over() throws Exception {
    domain.setUp(WISHED);
    modem.now("AT+CGSMS=3", "+CME ERROR: 3");

    refuse(69, 1);

    assertThat(chosen()).containsExactly("AT+CGSMS=1", "AT+CGSMS=3", "AT+CGSMS=0");
  }

  @Test
  void where_the_modem_takes_none_of_its_own_domains_a_text_still_comes_to_an_end()
      throws Exception {
    modem.now("AT+CGSMS=1", "ERROR").now("AT+CGSMS=3", "ERROR").now("AT+CGSMS=0", "ERROR");
    domain.setUp(WISHED);
    assertThat(faultOf(69)).isEqualTo(Fault.MESSAGE);

    modem.now("AT+CGSMS=1", "OK");
    domain = fresh();
    domain.setUp(WISHED);
    refuse(69, 1);
    assertThat(faultOf(69)).isEqualTo(Fault.MESSAGE);
  }

  @Test
  void nothing_is_said_while_texts_go_out() throws Exception {
    domain.setUp(WISHED);
    modem.written().clear();

    for (int i = 0; i < 100; i++) {
      domain.heard(ACCEPTED);
    }

    assertThat(modem.written()).isEmpty();
  }

  private SmsDomain fresh() {
    return new SmsDomain(at, memory, "front", clock);
  }

  private Fault faultOf(int code) {
    Fault usual = code == 28 || code == 69 ? Fault.MESSAGE : Fault.PASSING;
    return domain.fault(new AtResponse.Refused(AtResponse.Family.CMS, code), usual);
  }

  private void refuse(int code, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      domain.heard(new SendOutcome.Refused(faultOf(code), code));
    }
  }

  private List<String> chosen() {
    return modem.written().stream().filter(c -> c.matches("AT\\+CGSMS=\\d")).toList();
  }
}

package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.modem.Carrier.Ims;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {
  private static final String SIM = "89001012345678901239";
  private static final String ASK = "AT+QCFG=\"ims\"";
  private static final String ON = "AT+QCFG=\"ims\",1";
  private static final String OFF = "AT+QCFG=\"ims\",2";

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT", "OK")
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("AT+CIMI", "001010123456789", "OK")
          .on("AT+CSCA?", "+CSCA: \"\",129", "OK")
          .on("AT+CSCA=\"+12025550199\",145", "OK")
          .on(ASK, "+QCFG: \"ims\",0,0", "OK")
          .on(ON, "OK")
          .on(OFF, "OK");
  private final KeptMemory memory = new KeptMemory();
  private final Vitals vitals = new Vitals("front", _ -> {}, clock);
  private final AtDialogue at = new AtDialogue(modem, clock, _ -> {});
  private final SimCard card = new SimCard(at, memory, vitals, clock);

  @BeforeEach
  void know_the_sim() {
    memory.keep("iccid", SIM);
    vitals.identified(Optional.of("004401234567895"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"001010123456789", "+CIMI: 001010123456789", "\"001010123456789\""})
  void a_sim_is_known_by_what_its_imsi_begins_with(String answer) throws Exception {
    modem.now("AT+CIMI", answer, "OK");

    setUp(Ims.LEAVE);

    assertThat(vitals.rate()).isEqualTo(CarrierSamples.RATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"310260123456789", "00101", "", "+CME ERROR: 14"})
  void a_sim_of_none_of_the_carriers_has_nothing_of_theirs(String answer) throws Exception {
    vitals.rate(CarrierSamples.RATE); // of the SIM before
    modem.now("AT+CIMI", answer, "OK");

    setUp(Ims.ON);
    card.mendServiceCentre();

    assertThat(vitals.rate()).isEqualTo(Rate.NONE);
    assertThat(modem.written()).doesNotContain(ASK).noneMatch(c -> c.startsWith("AT+CSCA="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0\n01010123456789", "00101012345678\n9"})
  void an_imsi_that_came_cut_or_not_at_all_is_asked_for_again(String answer) throws Exception {
    String[] lines = (answer + "\nOK").split("\n", -1);
    modem.now("AT+CIMI", lines).on("AT+CIMI", "001010123456789", "OK");

    setUp(Ims.LEAVE);

    assertThat(vitals.rate()).isEqualTo(CarrierSamples.RATE);
  }

  @Test
  void without_carriers_no_sim_is_asked_whose_it_is() throws Exception {
    new Subscription(at, Carriers.NONE, card, memory, vitals).setUp(quectel());

    assertThat(modem.written()).isEmpty();
  }

  @Test
  void a_sim_that_knows_no_service_centre_is_given_its_carriers() throws Exception {
    setUp(Ims.LEAVE);

    card.mendServiceCentre();

    assertThat(modem.written()).contains("AT+CSCA=\"+12025550199\",145");
    assertThat(vitals.health().trouble()).isEmpty();
  }

  @Test
  void what_is_remembered_of_a_sim_stands_before_its_carriers_service_centre() throws Exception {
    memory.keep("service-centre", SIM + " \"+12025550100\",145");
    modem.on("AT+CSCA=\"+12025550100\",145", "OK");
    setUp(Ims.LEAVE);

    card.mendServiceCentre();

    assertThat(modem.written())
        .contains("AT+CSCA=\"+12025550100\",145")
        .doesNotContain("AT+CSCA=\"+12025550199\",145");
  }

  @ParameterizedTest
  @CsvSource({"ON, '1,0'", "ON, '1,1'", "ON, '0,1'", "OFF, '2,0'", "LEAVE, '2,0'", "LEAVE, '1,1'"})
  void ims_that_is_as_the_carrier_needs_it_or_that_nobody_cares_for_is_left(Ims ims, String says)
      throws Exception {
    modem.now(ASK, "+QCFG: \"ims\"," + says, "OK");

    setUp(ims);

    assertThat(modem.written()).doesNotContain(ON, OFF);
  }

  @ParameterizedTest
  @CsvSource({"ON, '2,0', 1", "ON, '0,0', 1", "OFF, '1,1', 2", "OFF, '0,1', 2"})
  void ims_that_is_otherwise_is_switched_and_the_modem_restarted(Ims ims, String says, int told) {
    modem.now(ASK, "+QCFG: \"ims\"," + says, "OK");

    assertRestarts(ims);

    assertThat(modem.written()).endsWith(ASK + "," + told);
  }

  @Test
  void a_modem_that_goes_back_on_it_is_restarted_once_for_each_sim_modem_and_policy()
      throws Exception {
    assertRestarts(Ims.ON);
    setUp(Ims.ON); // it still says that it is off

    memory.keep("iccid", "89001012345678905552");
    assertRestarts(Ims.ON);
    setUp(Ims.ON);

    vitals.identified(Optional.of("862345678901237"));
    assertRestarts(Ims.ON);
    setUp(Ims.ON);

    modem.now(ASK, "+QCFG: \"ims\",1,1", "OK");
    assertRestarts(Ims.OFF);
    setUp(Ims.OFF);
  }

  @Test
  void that_ims_is_switched_is_kept_before_it_is() {
    modem.now(ON, ScriptedLine.GONE);

    assertThatThrownBy(() -> setUp(Ims.ON)).isInstanceOf(ModemFault.class);

    assertThat(memory.recall("ims-switched")).contains(SIM + " 004401234567895 on");
  }

  @Test
  void an_answer_that_came_cut_is_no_reason_to_switch_anything() throws Exception {
    modem.now(ASK, "+QCFG: \"ims\"", "OK").on(ASK, "+QCFG: \"ims\",1,1", "OK");
    setUp(Ims.ON);

    modem.now(ASK, "OK");
    setUp(Ims.ON);

    assertThat(modem.written()).doesNotContain(ON);
  }

  @Test
  void without_the_sims_number_or_a_word_of_the_modem_ims_is_left() throws Exception {
    modem.now(ON, "ERROR");
    setUp(Ims.ON);
    modem.now(ON, "OK");
    memory.forget("iccid");
    setUp(Ims.ON);
    modem.now(ASK, "ERROR");
    setUp(Ims.ON);

    assertThat(modem.written()).filteredOn(ON::equals).hasSize(1);
  }

  private Profile quectel() {
    return CarrierSamples.profile(List.of(), Optional.of(CarrierSamples.IMS));
  }

  private void setUp(Ims ims) throws InterruptedException {
    new Subscription(at, CarrierSamples.practice(ims), card, memory, vitals).setUp(quectel());
  }

  private void assertRestarts(Ims ims) {
    assertThatThrownBy(() -> setUp(ims))
        .isInstanceOfSatisfying(
            ModemFault.class,
            e -> assertThat(e.trouble()).isEqualTo(Trouble.of(Trouble.Kind.IMS_SWITCHED)));
  }
}

package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitialiserTest {
  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT", "OK")
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("ATE0", "OK")
          .on("ATV1", "OK")
          .on("ATQ0", "OK")
          .on("AT+CMEE=1", "OK")
          .on("AT+CGMI", "Practice", "OK")
          .on("AT+CGMM", "P1", "OK")
          .on("AT+CGMR", "1.0", "OK")
          .on("AT+CGSN", "860000000000015", "OK")
          .on("AT+CPIN?", "+CPIN: READY", "OK")
          .on("AT+CCID", "+CCID: 89001012345678901239", "OK")
          .on("AT+CSMS=1", "+CSMS: 1,1,1", "OK")
          .on("AT+CMGF=0", "OK")
          .on("AT+CSCS=\"GSM\"", "OK")
          .on("AT+CPMS=?", "+CPMS: (\"ME\",\"SM\"),(\"ME\",\"SM\"),(\"ME\",\"SM\")", "OK")
          .on("AT+CPMS=\"ME\",\"ME\",\"ME\"", "+CPMS: 0,20,0,20,0,20", "OK")
          .on("AT+CPMS?", "+CPMS: \"ME\",0,20,\"ME\",0,20,\"ME\",0,20", "OK")
          .on("AT+CSCA?", "+CSCA: \"+12025550100\",145", "OK")
          .on("AT+CNMI=?", "+CNMI: (0-2),(0-3),(0,2),(0-2),(0,1)", "OK")
          .on("AT+CNMI=2,1,0,1,0", "OK")
          .on("AT+CMMS=?", "+CMMS: (0-2)", "OK");
  private final Vitals vitals = new Vitals("front", _ -> {}, clock);
  private final AtDialogue at = new AtDialogue(modem, clock, _ -> {});
  private final KeptMemory memory = new KeptMemory();
  private final Storage storage = new Storage(at);
  private final Announcing announcing = new Announcing(at);

  @Test
  void a_modem_in_good_order_is_set_up_in_the_order_that_matters() throws Exception {
    Initialiser.Equipment equipment = run("");

    assertThat(equipment).isEqualTo(new Initialiser.Equipment(true, true));
    assertThat(storage.own()).isEqualTo("ME");
    assertThat(vitals.health().imei()).contains("860000000000015");
    assertThat(modem.written())
        .containsSubsequence(
            "^[",
            "AT",
            "ATE0",
            "ATV1",
            "ATQ0",
            "AT+CMEE=1",
            "AT+CPIN?",
            "AT+CSMS=1",
            "AT+CMGF=0",
            "AT+CSCS=\"GSM\"",
            "AT+CPMS=\"ME\",\"ME\",\"ME\"",
            "AT+CSCA?",
            "AT+CNMI=2,1,0,1,0");
  }

  @Test
  void stale_octets_and_an_echo_do_not_disturb_the_set_up() throws Exception {
    modem.say("0791448720003023", "+CSQ: 9,99", "OK", "ERROR").echoing();

    assertThat(run("")).isEqualTo(new Initialiser.Equipment(true, true));
    assertThat(vitals.health().imei()).contains("860000000000015");
  }

  @Test
  void a_modem_with_its_results_switched_off_is_made_to_speak() throws Exception {
    modem.now("AT").on("AT", "OK").on("ATQ0V1", "OK");

    assertThat(run("")).isEqualTo(new Initialiser.Equipment(true, true));
    assertThat(modem.written()).startsWith("^[", "AT", "ATQ0V1");
  }

  @Test
  void what_a_modem_refuses_is_done_without() throws Exception {
    modem.now("AT+CSMS=1", "+CMS ERROR: 303").now("AT+CMMS=?", "ERROR");
    modem.now("AT+CPMS=\"ME\",\"ME\",\"ME\"", "+CMS ERROR: 302");
    modem.on("AT+CPMS=\"SM\",\"SM\",\"SM\"", "OK");
    modem.now("AT+CPMS?", "+CPMS: \"SM\",0,20,\"SM\",0,20,\"SM\",0,20", "OK");

    assertThat(run("")).isEqualTo(new Initialiser.Equipment(false, false));
    assertThat(storage.own()).isEqualTo("SM");
  }

  @Test
  void a_store_that_the_modem_only_pretends_to_take_is_not_used() throws Exception {
    modem.on("AT+CPMS=\"SM\",\"SM\",\"SM\"", "OK");
    modem.now("AT+CPMS?", "+CPMS: \"SM\",0,20,\"SM\",0,20,\"SM\",0,20", "OK");

    run("");

    assertThat(storage.own()).isEqualTo("SM");
  }

  @Test
  void announcing_takes_the_next_best_way_when_the_best_is_refused() throws Exception {
    modem.now("AT+CNMI=2,1,0,1,0", "+CMS ERROR: 303").on("AT+CNMI=2,1,0,2,0", "OK");

    run("");

    assertThat(announcing.isSet()).isTrue();
    assertThat(modem.written()).doesNotContain("AT+CNMI=2,1,0,0,0");
  }

  @Test
  void announcing_keeps_to_the_buffering_that_the_modem_allows() throws Exception {
    modem.now("AT+CNMI=?", "+CNMI: (0,1,2),(0,1),(0,2),(0),(1)", "OK");
    modem.on("AT+CNMI=2,1,0,0,1", "OK");

    run("");

    assertThat(announcing.isSet()).isTrue();
  }

  @Test
  void announcing_is_set_again_when_the_modem_dropped_it() throws Exception {
    run("");
    modem.on("AT+CNMI?", "+CNMI: 2,0,0,0,0", "OK").written().clear();

    announcing.keep();

    assertThat(modem.written()).containsExactly("AT+CNMI?", "AT+CNMI=2,1,0,1,0");
  }

  @Test
  void a_pin_is_given_once_and_a_wrong_one_never_again() throws Exception {
    modem.now("AT+CPIN?", "+CPIN: SIM PIN", "OK").on("AT+CPIN=\"1234\"", "+CME ERROR: 16");
    Pin pin = pin("1234");

    assertSimFault(pin, "refused the PIN");
    assertSimFault(pin, "not tried again");

    assertThat(modem.written()).filteredOn(c -> c.startsWith("AT+CPIN=")).hasSize(1);
  }

  @Test
  void a_right_pin_opens_the_sim_and_may_be_given_again_later() throws Exception {
    Pin pin = pin("1234");
    modem.now("AT+CPIN?", "+CPIN: SIM PIN", "OK").on("AT+CPIN?", "+CPIN: READY", "OK");
    modem.on("AT+CPIN=\"1234\"", "OK");

    run(pin);

    assertThat(pin.give(Optional.empty())).contains("1234");
  }

  @Test
  void the_last_try_of_a_pin_is_kept_for_a_person() throws Exception {
    modem.now("AT+CPIN?", "+CPIN: SIM PIN", "OK");
    modem.on("AT+CPINR=\"SIM PIN\"", "+CPINR: SIM PIN,1,3", "OK");

    assertSimFault(pin("1234"), "one PIN try left");

    assertThat(modem.written()).noneMatch(c -> c.startsWith("AT+CPIN="));
  }

  @Test
  void a_sim_that_is_still_starting_is_waited_for() throws Exception {
    modem.now("AT+CPIN?", "+CME ERROR: 14").on("AT+CPIN?", "+CME ERROR: 14");
    modem.on("AT+CPIN?", "+CPIN: READY", "OK");

    assertThat(run("")).isEqualTo(new Initialiser.Equipment(true, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+CME ERROR: 14", "+CME ERROR: 515", "+CMS ERROR: 314"})
  void stores_that_cannot_be_read_yet_are_waited_for(String refusal) throws Exception {
    modem.now("AT+CPMS?", refusal).on("AT+CPMS?", refusal);
    modem.on("AT+CPMS?", "+CPMS: \"ME\",0,20,\"ME\",0,20,\"ME\",0,20", "OK");

    run("");

    assertThat(modem.written())
        .containsSubsequence("AT+CPMS?", "AT+CPMS?", "AT+CPMS?", "AT+CSMS=1");
  }

  @Test
  void a_sim_that_is_ready_without_ok_or_by_ok_alone_is_ready() throws Exception {
    modem.now("AT+CPIN?", "+CPIN: READY");
    assertThat(run("")).isEqualTo(new Initialiser.Equipment(true, true));

    modem.now("AT+CPIN?", "OK");
    assertThat(run("")).isEqualTo(new Initialiser.Equipment(true, true));
  }

  @Test
  void a_modem_that_does_not_name_its_stores_is_believed_to_take_ours() throws Exception {
    modem.now("AT+CPMS=?", "OK").now("AT+CPMS?", "OK");

    run("");

    assertThat(storage.own()).isEqualTo("ME");
  }

  @Test
  void a_store_that_cannot_receive_is_not_chosen() throws Exception {
    modem.now("AT+CPMS=?", "+CPMS: (\"ME\",\"SM\"),(\"ME\",\"SM\"),(\"SM\")", "OK");
    modem.on("AT+CPMS=\"SM\",\"SM\",\"SM\"", "+CPMS: 0,20,0,20,0,20", "OK");
    modem.now("AT+CPMS?", "+CPMS: \"SM\",0,20,\"SM\",0,20,\"SM\",0,20", "OK");

    run("");

    assertThat(storage.own()).isEqualTo("SM");
    assertThat(modem.written()).doesNotContain("AT+CPMS=\"ME\",\"ME\",\"ME\"");
  }

  @Test
  void a_missing_sim_is_said_in_plain_words() {
    modem.now("AT+CPIN?", "+CME ERROR: 10");

    assertSimFault(pin(""), "no SIM");
  }

  @Test
  void a_missing_service_centre_number_is_told() throws Exception {
    modem.now("AT+CSCA?", "+CSCA: \"\",129", "OK");

    run("");

    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.NO_SERVICE_CENTRE));
  }

  private Pin pin(String digits) {
    return new Pin("front", digits, memory);
  }

  private void assertSimFault(Pin pin, String words) {
    assertThatThrownBy(() -> run(pin))
        .isInstanceOfSatisfying(
            ModemFault.class, e -> assertThat(e.kind()).isEqualTo(ModemFault.Kind.SIM))
        .hasMessageContaining(words);
  }

  @Test
  void a_modem_that_waits_for_our_word_gives_texts_directly_if_asked_to() throws Exception {
    modem.on("AT+CSMS?", "+CSMS: 1,1,1,1", "OK").on("AT+CNMI=2,2,0,1,0", "OK");

    run(pin(""), Receiving.DIRECT);

    assertThat(modem.written()).contains("AT+CNMI=2,2,0,1,0").doesNotContain("AT+CNMI=2,1,0,1,0");
  }

  @Test
  void a_modem_that_acknowledges_texts_by_itself_stores_them_whatever_was_asked() throws Exception {
    modem.on("AT+CSMS?", "+CSMS: 0,1,1,1", "OK");

    run(pin(""), Receiving.DIRECT);

    assertThat(modem.written()).contains("AT+CNMI=2,1,0,1,0").doesNotContain("AT+CNMI=2,2,0,1,0");
  }

  @Test
  void a_modem_that_gives_nothing_directly_stores_and_announces() throws Exception {
    modem.on("AT+CSMS?", "+CSMS: 1,1,1,1", "OK");
    modem.now("AT+CNMI=?", "+CNMI: (0-2),(0,1),(0,2),(0-2),(0,1)", "OK");

    run(pin(""), Receiving.DIRECT);

    assertThat(modem.written()).contains("AT+CNMI=2,1,0,1,0").doesNotContain("AT+CNMI=2,2,0,1,0");
  }

  private Initialiser.Equipment run(String pin) throws InterruptedException {
    return run(pin(pin));
  }

  private Initialiser.Equipment run(Pin pin) throws InterruptedException {
    return run(pin, Receiving.STORED);
  }

  private Initialiser.Equipment run(Pin pin, Receiving receiving) throws InterruptedException {
    SimCard card = new SimCard(at, memory, vitals, clock);
    SimLock sim = new SimLock(at, clock, pin, card);
    return new Initialiser(
            at,
            Profiles.only(Profile.GENERIC),
            memory,
            sim,
            card,
            new Subscription(at, Carriers.NONE, card, memory, vitals),
            new SmsDomain(at, memory, "front", clock),
            storage,
            announcing,
            receiving,
            vitals,
            _ -> Optional.empty(),
            clock)
        .run();
  }
}

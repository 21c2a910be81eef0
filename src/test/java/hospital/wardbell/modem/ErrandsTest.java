package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.NetworkCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrandsTest {
  private static final String ASKED = "AT+CUSD=1,\"*100#\",15";
  private static final String LEAVE = "AT+CUSD=2";

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT", "OK")
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("AT+CSQ", "+CSQ: 20,99", "OK")
          .on(LEAVE, "OK");
  private final AtDialogue at = new AtDialogue(modem, clock, urc -> errands().heard(urc));
  private final Errands errands = new Errands(at, clock);
  private final Queue<Chore> chores = new ArrayDeque<>();
  private UssdCoding coding = UssdCoding.PLAIN;

  private Errands errands() {
    return errands;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+CNUM: \"Own\",\"+12025550123\",145|+12025550123",
        "+CNUM: ,\"12025550123\",145,7,4|+12025550123",
        "+CNUM: \"\",\"2025550123\",129|2025550123",
      })
  void the_own_number_is_told_as_the_sim_has_it(String line, String number) {
    modem.on("AT+CNUM", line, "OK");

    assertThat(done(new Errand.OwnNumber())).isEqualTo(new ErrandOutcome.Told(number));
  }

  @Test
  void a_sim_without_a_number_a_refusal_and_silence_are_told_apart() {
    assertThat(done(new Errand.OwnNumber()))
        .isEqualTo(new ErrandOutcome.Untold("the modem did not answer"));
    modem.on("AT+CNUM", "+CNUM: \"\",\"\",129", "OK");
    assertThat(done(new Errand.OwnNumber()))
        .isEqualTo(new ErrandOutcome.Untold("the SIM does not know its own number"));
    modem.now("AT+CNUM", "+CME ERROR: 4");
    assertThat(done(new Errand.OwnNumber()))
        .isEqualTo(new ErrandOutcome.Untold("the modem refuses the question"));
  }

  @Test
  void what_the_modem_is_is_told_in_its_own_lines() {
    modem.on("ATI", "Quectel", "EC25", "Revision: EC25EFAR06A03M4G", "OK");

    assertThat(done(new Errand.Equipment()))
        .isEqualTo(new ErrandOutcome.Told("Quectel\nEC25\nRevision: EC25EFAR06A03M4G"));
  }

  @ParameterizedTest
  @CsvSource({"true, NO_NETWORK", "false, SET_UP"})
  void to_be_set_up_anew_ends_the_session(boolean restart, ModemFault.Kind kind) {
    Chore chore = new Chore(new Errand.Anew(restart), clock.instant().plusSeconds(60));
    chores.add(chore);

    assertThatThrownBy(() -> errands.doOne(chores, coding))
        .isInstanceOfSatisfying(ModemFault.class, f -> assertThat(f.kind()).isEqualTo(kind));
    assertThat(outcome(chore)).isEqualTo(new ErrandOutcome.Told(""));
    assertThat(chores).isEmpty();
  }

  @Test
  void the_network_may_answer_before_the_ok_and_after_it() {
    modem.on(ASKED, "+CUSD: 0,\"Balance 10.00\",15", "OK").on(ASKED, "OK");

    assertThat(done(code())).isEqualTo(new ErrandOutcome.Told("Balance 10.00"));

    Chore second = begun(code());
    turnFor(Duration.ofSeconds(30));
    assertThat(second.outcome()).isNotDone();
    modem.say("+CUSD: 2,\"Balance 9.80\",15");
    turnFor(Duration.ofSeconds(1));
    assertThat(outcome(second)).isEqualTo(new ErrandOutcome.Told("Balance 9.80"));
    assertThat(modem.written()).containsExactly(ASKED, ASKED);
  }

  @Test
  void words_may_go_over_several_lines_with_others_in_between() {
    modem.on(
        ASKED, "OK", "+CUSD: 0,\"Your", "RING", "balance is", "^HCSQ:\"LTE\",50", "10.00\",15");

    assertThat(done(code())).isEqualTo(new ErrandOutcome.Told("Your\nbalance is\n10.00"));
  }

  @Test
  void words_whose_end_is_lost_take_nothing_that_follows() throws Exception {
    modem.on(ASKED, "OK", "+CUSD: 0,\"Your balance");
    Chore chore = begun(code());
    turnFor(Duration.ofSeconds(1));
    assertThat(chore.outcome()).isNotDone();

    assertThat(at.ask(AtCommand.of("AT+CSQ")).information()).containsExactly("+CSQ: 20,99");
    turnFor(Duration.ofSeconds(1));

    assertThat(outcome(chore)).isEqualTo(new ErrandOutcome.Told("Your balance […]"));
  }

  @Test
  void quotes_inside_the_words_are_words() {
    modem.on(ASKED, "OK", "+CUSD: 0,\"Say \"hi\", 5\" left\",15");

    assertThat(done(code())).isEqualTo(new ErrandOutcome.Told("Say \"hi\", 5\" left"));
  }

  @Test
  void a_network_that_wants_to_hear_more_is_told_that_this_was_all_and_asked_nothing_again() {
    modem.on(ASKED, "OK", "+CUSD: 1,\"1 Balance", "2 Help\",15");

    assertThat(done(code())).isEqualTo(new ErrandOutcome.Told("1 Balance\n2 Help"));
    turnFor(Duration.ofMinutes(3));

    assertThat(modem.written()).containsExactly(ASKED, LEAVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+CUSD: 2|the network ended the dialogue without a word",
        "+CUSD: 4|the network does not know the code",
        "+CUSD: 5|the network took too long over the code",
        "+CUSD: 0,\"\",15|the network answered the code without words",
        "+CME ERROR: 30|the modem or the network refuses the code",
      })
  void a_code_without_an_answer_is_told_in_words(String line, String why) {
    modem.on(ASKED, line.startsWith("+CUSD") ? new String[] {"OK", line} : new String[] {line});

    assertThat(done(code())).isEqualTo(new ErrandOutcome.Untold(why));
    turnFor(Duration.ofMinutes(3));
    assertThat(modem.written()).containsExactly(ASKED);
  }

  @Test
  void a_network_that_stays_silent_is_left_after_a_minute_and_its_late_answer_is_nobodys() {
    modem.on(ASKED, "OK");
    Instant start = clock.instant();

    assertThat(done(code()))
        .isEqualTo(new ErrandOutcome.Untold("the network did not answer the code"));
    assertThat(Duration.between(start, clock.instant())).isLessThan(Duration.ofSeconds(62));
    turnFor(Duration.ofSeconds(1));
    assertThat(modem.written()).containsExactly(ASKED, LEAVE);

    modem.say("+CUSD: 0,\"too late\",15");
    assertThat(done(code()))
        .isEqualTo(new ErrandOutcome.Untold("the network did not answer the code"));
  }

  @Test
  void a_packed_code_is_asked_and_its_packed_answer_read() {
    coding = UssdCoding.PACKED;
    modem.on("AT+CUSD=1,\"AA180C3602\",15", "OK", "+CUSD: 0,\"C8329BFD06\",15");

    assertThat(done(code())).isEqualTo(new ErrandOutcome.Told("Hello"));
  }

  @Test
  void a_modem_that_packs_and_answers_plain_all_the_same_is_understood() {
    coding = UssdCoding.PACKED;
    modem.on("AT+CUSD=1,\"AA180C3602\",15", "OK", "+CUSD: 0,\"Balance 10.00\",15");

    assertThat(done(code())).isEqualTo(new ErrandOutcome.Told("Balance 10.00"));
  }

  @Test
  void
      units_of_sixteen_bits_are_read_wherever_the_scheme_says_so_and_asked_where_the_profile_does() {
    modem.on(ASKED, "OK", "+CUSD: 0,\"00530061006C0064006F20AC\",72");
    assertThat(done(code())).isEqualTo(new ErrandOutcome.Told("Saldo€"));

    coding = UssdCoding.UCS2;
    modem.on("AT+CUSD=1,\"002A0031003000300023\",72", "OK", "+CUSD: 0,\"0053\",0");
    assertThat(done(code())).isEqualTo(new ErrandOutcome.Told("S"));
  }

  @Test
  void an_errand_that_waited_too_long_is_not_begun() {
    Chore chore = new Chore(code(), clock.instant().plus(Errands.WAIT));
    chores.add(chore);
    clock.step(Errands.WAIT.plusMillis(1));

    turnFor(Duration.ofSeconds(1));

    assertThat(outcome(chore))
        .isEqualTo(new ErrandOutcome.Untold("the modem had too much else to do"));
    assertThat(modem.written()).isEmpty();
  }

  @Test
  void an_errand_that_was_settled_elsewhere_is_left() {
    modem.on(ASKED, "OK");
    Chore chore = begun(code());
    turnFor(Duration.ofSeconds(1));

    assertThat(chores.remove(chore)).isTrue();
    turnFor(Duration.ofSeconds(1));

    assertThat(modem.written()).containsExactly(ASKED, LEAVE);
    assertThat(errands.due()).isEqualTo(Instant.MAX);
  }

  @Test
  void one_errand_is_done_after_the_other() {
    modem.on(ASKED, "OK").on("AT+CNUM", "+CNUM: ,\"+12025550123\",145", "OK");
    Chore first = begun(code());
    Chore second = begun(new Errand.OwnNumber());

    turnFor(Duration.ofSeconds(5));
    assertThat(modem.written()).containsExactly(ASKED);
    modem.say("+CUSD: 0,\"10.00\",15");
    turnFor(Duration.ofSeconds(1));

    assertThat(outcome(first)).isEqualTo(new ErrandOutcome.Told("10.00"));
    assertThat(outcome(second)).isEqualTo(new ErrandOutcome.Told("+12025550123"));
    assertThat(chores).isEmpty();
  }

  @Test
  void neither_a_code_nor_what_was_told_is_printed() {
    assertThat(new Chore(new Errand.Ask(new NetworkCode("*101#")), clock.instant()).toString())
        .doesNotContain("101");
    assertThat(new ErrandOutcome.Told("Balance 10.00").toString()).doesNotContain("10.00");
    assertThat(UssdReply.of("+CUSD: 0,\"Balance 10.00\",15", UssdCoding.PLAIN).toString())
        .doesNotContain("10.00");
  }

  private static Errand code() {
    return new Errand.Ask(new NetworkCode("*100#"));
  }

  private Chore begun(Errand errand) {
    Chore chore = new Chore(errand, clock.instant().plus(Errands.WAIT));
    chores.add(chore);
    return chore;
  }

  private static ErrandOutcome outcome(Chore chore) {
    return chore.outcome().getNow(new ErrandOutcome.Untold("never settled"));
  }

  private ErrandOutcome done(Errand errand) {
    Chore chore = begun(errand);
    Instant latest = clock.instant().plus(Duration.ofMinutes(2));
    while (!chore.outcome().isDone() && clock.instant().isBefore(latest)) {
      turnFor(Duration.ofMillis(100));
    }
    return outcome(chore);
  }

  /// Takes turns until `time` has passed, as a session does.
  private void turnFor(Duration time) {
    Instant end = clock.instant().plus(time);
    try {
      while (clock.instant().isBefore(end)) {
        if (!errands.doOne(chores, coding)) {
          Instant due = errands.due().isBefore(end) ? errands.due() : end;
          at.listen(Duration.between(clock.instant(), due));
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

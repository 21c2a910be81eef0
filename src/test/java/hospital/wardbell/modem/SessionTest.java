package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest extends OneSession {
  private static final String MESSAGE =
      "07912160130300F4040B912120550121F3000072103000000000024F25";
  private static final String[] IN_TEXT_MODE = {
    "+CMGR: \"REC UNREAD\",\"+12025550121\",,\"\"", "ok", "OK"
  };

  @BeforeEach
  void set_up() {
    setUp(Profile.GENERIC);
    assertThat(vitals.health().maySend()).isTrue();
  }

  @Test
  void an_idle_modem_that_went_mute_is_found_out_within_three_minutes() {
    turnFor(Duration.ofMinutes(10));
    for (String command : OBEYED) {
      modem.now(command);
    }
    for (String question : List.of("CMEE", "CREG", "CPMS", "CNMI")) {
      modem.now("AT+" + question + "?");
    }
    modem.now("AT+CSQ");
    Instant mute = clock.instant();

    assertEnds(ModemFault.Kind.MUTE, () -> turnFor(Duration.ofMinutes(10)));

    assertThat(Duration.between(mute, clock.instant())).isLessThan(Duration.ofMinutes(3));
  }

  @Test
  void a_modem_that_fell_into_text_mode_is_put_back_before_anything_is_taken() {
    modem.on("AT+CMGR=1", IN_TEXT_MODE).on("AT+CMGR=1", "+CMGR: 1,,21", MESSAGE, "OK");
    modem.on("AT+CMGD=1", "OK").written().clear();

    modem.say("+CMTI: \"ME\",1");
    turnFor(Duration.ofSeconds(1));

    assertThat(arrivals.messages).containsExactly(MESSAGE);
    assertThat(modem.written())
        .containsSubsequence("AT+CMGR=1", "AT+CMGF=0", "AT+CMGR=1", "AT+CMGD=1");
  }

  @Test
  void what_a_modem_that_stays_in_text_mode_holds_is_kept_as_it_comes() {
    modem.on("AT+CMGR=1", IN_TEXT_MODE).on("AT+CMGD=1", "OK");

    modem.say("+CMTI: \"ME\",1");
    turnFor(Duration.ofSeconds(5));

    assertThat(arrivals.messages).containsExactly("ok");
  }

  @Test
  void a_text_under_way_when_the_modem_restarts_is_unknown() {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "RDY", "+CPIN: READY", "SMS Ready");
    Job job = new Job(24, TPDU, false);
    jobs.add(job);

    assertEnds(ModemFault.Kind.RESTARTED, () -> turnFor(Duration.ofMinutes(1)));

    assertThat(job.outcome().getNow(new SendOutcome.Accepted(0)))
        .isInstanceOf(SendOutcome.Unknown.class);
  }

  @Test
  void without_a_network_nothing_is_handed_over_and_the_next_text_goes_once_it_is_back() {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7", "OK");
    Job early = new Job(24, TPDU, false);
    Job late = new Job(24, TPDU, false);

    modem.now("AT+CREG?", "+CREG: 2,2", "OK").say("+CREG: 2");
    turnFor(Duration.ofSeconds(1));
    jobs.add(early);
    turnFor(Duration.ofSeconds(1));
    modem.now("AT+CREG?", "+CREG: 2,5", "OK").say("+CREG: 5");
    turnFor(Duration.ofSeconds(1));
    jobs.add(late);
    turnFor(Duration.ofSeconds(1));

    assertThat(early.outcome().join()).isInstanceOf(SendOutcome.NotTried.class);
    assertThat(late.outcome().join()).isEqualTo(new SendOutcome.Accepted(7));
  }

  @Test
  void a_modem_that_says_its_power_is_wrong_is_shown_so_for_an_hour() {
    modem.say("UNDER-VOLTAGE WARNNING");
    turnFor(Duration.ofSeconds(1));
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.POWER_WARNED));

    turnFor(Duration.ofHours(1));
    assertThat(vitals.health().trouble()).isEmpty();
  }

  @Test
  void a_modem_that_switches_itself_off_for_its_power_is_remembered_to_have_said_so() {
    modem.say("UNDER-VOLTAGE POWER DOWN");

    assertEnds(ModemFault.Kind.RESTARTED, () -> turnFor(Duration.ofSeconds(1)));

    assertThat(ladder.power(clock.instant())).contains(Trouble.of(Trouble.Kind.POWER_WARNED));
  }

  private static void assertEnds(ModemFault.Kind kind, Runnable turns) {
    assertThatThrownBy(turns::run)
        .isInstanceOfSatisfying(ModemFault.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}

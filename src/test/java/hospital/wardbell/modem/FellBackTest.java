package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.modem.Profile.Reset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/// What becomes of a modem whose radio or SIM is another than before, in virtual time.
class FellBackTest {
  private static final String TPDU = "0011000B912120550121F30000A70A";
  private static final List<String> OBEYED =
      List.of(
          "AT",
          "ATE0",
          "ATV1",
          "ATQ0",
          "AT+CMEE=1",
          "AT+CSMS=1",
          "AT+CMGF=0",
          "AT+CSCS=\"GSM\"",
          "AT+CPMS=\"ME\",\"ME\",\"ME\"",
          "AT+CNMI=2,1,0,1,0",
          "AT+CMMS=?",
          "AT+CREG=2",
          "AT+CFUN=4",
          "AT+CFUN=1",
          "AT+CMGL=4");

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("AT+CPIN?", "+CPIN: READY", "OK")
          .on("AT+CPMS=?", "+CPMS: (\"ME\"),(\"ME\"),(\"ME\")", "OK")
          .on("AT+CPMS?", "+CPMS: \"ME\",0,20,\"ME\",0,20,\"ME\",0,20", "OK")
          .on("AT+CNMI=?", "+CNMI: (0-2),(0-3),(0,2),(0-2),(0,1)", "OK")
          .on("AT+CNMI?", "+CNMI: 2,1,0,1,0", "OK")
          .on("AT+CSCA?", "+CSCA: \"+12025550100\",145", "OK")
          .on("AT+CSQ", "+CSQ: 20,99", "OK")
          .on("AT+CMGF?", "+CMGF: 0", "OK")
          .on("AT+CGREG=2", "ERROR")
          .on("AT+CEREG=2", "ERROR")
          .on("AT+CCID", "+CCID: 89001012345678901239", "OK");
  private final Vitals vitals = new Vitals("front", _ -> {}, clock);
  private final Queue<Job> jobs = new ArrayDeque<>();

  private Session session(Profile profile) throws Exception {
    Modem.Setup setup =
        new Modem.Setup(
            "front",
            LineAddress.parse("/dev/modem"),
            "",
            Optional.empty(),
            Receiving.STORED,
            Profiles.only(profile),
            new KeptMemory(), Carriers.NONE, Cable.USUAL);
    OBEYED.forEach(command -> modem.on(command, "OK"));
    registered(1);
    Session session =
        new Session(
            modem,
            setup,
            new Pin("front", "", setup.memory()),
            new KeptArrivals().handover(clock),
            vitals,
            new Ladder(),
            _ -> Optional.empty(),
            clock);
    session.turn(jobs, new ArrayDeque<>());
    return session;
  }

  @Test
  void a_modem_that_fell_back_to_gsm_for_half_an_hour_is_told_and_its_radio_is_switched_once()
      throws Exception {
    Session session = session(Profile.GENERIC);
    servedBy(7);
    turnFor(session, Duration.ofMinutes(2));
    assertThat(vitals.health().radio()).contains(Radio.LTE);
    servedBy(0);
    turnFor(session, Duration.ofMinutes(29));
    assertThat(switchings()).isZero();
    assertThat(vitals.health().trouble()).isEmpty();

    turnFor(session, Duration.ofMinutes(3));

    assertThat(switchings()).isOne();
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.FELL_BACK, "4G"));
    assertThat(vitals.health().state()).as("texts still go").isEqualTo(State.REGISTERED);
    turnFor(session, Duration.ofHours(5));
    assertThat(switchings()).isOne();
    turnFor(session, Duration.ofHours(2));
    assertThat(switchings()).isEqualTo(2);

    servedBy(7);
    turnFor(session, Duration.ofMinutes(2));
    assertThat(vitals.health().trouble()).isEmpty();
  }

  @Test
  void a_radio_is_not_switched_while_texts_wait() throws Exception {
    Session session = session(Profile.GENERIC);
    servedBy(7);
    turnFor(session, Duration.ofMinutes(2));
    servedBy(0);
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7", "OK");
    Instant end = clock.instant().plus(Duration.ofMinutes(40));

    while (clock.instant().isBefore(end)) {
      for (int i = 0; i < 10; i++) {
        jobs.add(new Job(24, TPDU, false));
        turn(session);
      }
      jobs.add(new Job(24, TPDU, false)); // one waits when the turn ends
      clock.step(Duration.ofSeconds(5));
    }
    assertThat(switchings()).isZero();
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.FELL_BACK, "4G"));

    jobs.clear();
    turnFor(session, Duration.ofMinutes(2));
    assertThat(switchings()).isOne();
  }

  @Test
  void a_sim_is_looked_at_again_when_the_network_was_away() throws Exception {
    Session session = session(Profile.GENERIC);
    assertThat(vitals.iccid()).contains("89001012345678901239");
    registered(2);
    turnFor(session, Duration.ofSeconds(10));
    modem.now("AT+CCID", "+CCID: 89001012345678905551", "OK");
    turnFor(session, Duration.ofMinutes(1));
    assertThat(vitals.iccid()).contains("89001012345678901239");

    registered(1);
    turnFor(session, Duration.ofSeconds(5));

    assertThat(vitals.iccid()).contains("89001012345678905551");
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.SIM_SWAPPED, "5551"));
  }

  @Test
  void where_the_profile_forbids_it_the_radio_stays_on_and_the_fall_back_is_told_all_the_same()
      throws Exception {
    Session session = session(withoutRadio());
    servedBy(7);
    turnFor(session, Duration.ofMinutes(2));
    servedBy(3);

    turnFor(session, Duration.ofMinutes(40));

    assertThat(switchings()).isZero();
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.FELL_BACK, "4G"));
  }

  private static Profile withoutRadio() {
    Reset never = new Reset(false, Optional.empty(), Duration.ofSeconds(60));
    return ProfileLike.generic("no-radio").reset(never).profile();
  }

  private void servedBy(int technology) {
    modem.now("AT+COPS?", "+COPS: 0,0,\"Practice\"," + technology, "OK");
  }

  private long switchings() {
    return modem.written().stream().filter("AT+CFUN=4"::equals).count();
  }

  private void registered(int stat) {
    modem.now("AT+CREG?", "+CREG: 2," + stat, "OK");
  }

  private void turnFor(Session session, Duration time) throws InterruptedException {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      turn(session);
    }
  }

  private void turn(Session session) throws InterruptedException {
    session.turn(jobs, new ArrayDeque<>());
  }
}

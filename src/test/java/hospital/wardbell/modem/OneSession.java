package hospital.wardbell.modem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// A session on a scripted modem in good order, in virtual time: two stores, one SIM, one network.
abstract class OneSession {
  static final String TPDU = "0011000B912120550121F30000A70A";

  /// What the modem answers with `OK` and nothing else.
  static final List<String> OBEYED =
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
          "AT+CPMS=\"SM\",\"ME\",\"ME\"",
          "AT+CNMI=2,1,0,1,0",
          "AT+CMMS=?",
          "AT+CREG=2",
          "AT+CFUN=4",
          "AT+CFUN=1",
          "AT+COPS?",
          "AT+CMGL=4");

  final StepClock clock = new StepClock();
  final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("AT+CMGF?", "+CMGF: 0", "OK")
          .on("AT+CPIN?", "+CPIN: READY", "OK")
          .on("AT+CPMS=?", "+CPMS: (\"ME\",\"SM\"),(\"ME\",\"SM\"),(\"ME\",\"SM\")", "OK")
          .on("AT+CPMS?", "+CPMS: \"ME\",0,20,\"ME\",0,20,\"ME\",0,20", "OK")
          .on("AT+CNMI=?", "+CNMI: (0-2),(0-3),(0,2),(0-2),(0,1)", "OK")
          .on("AT+CNMI?", "+CNMI: 2,1,0,1,0", "OK")
          .on("AT+CSQ", "+CSQ: 20,99", "OK")
          .on("AT+CSCA?", "+CSCA: \"+12025550100\",145", "OK")
          .on("AT+CCID", "+CCID: 89001012345678901239", "OK")
          .on("AT+CGREG=2", "ERROR")
          .on("AT+CEREG=2", "ERROR");
  final List<ModemHealth> told = new ArrayList<>();
  final Vitals vitals = new Vitals("front", told::add, clock);
  final KeptArrivals arrivals = new KeptArrivals();
  final Ladder ladder = new Ladder();
  final Queue<Job> jobs = new ArrayDeque<>();
  Session session = session(Profile.GENERIC);

  private Session session(Profile profile) {
    Modem.Setup setup =
        new Modem.Setup(
            "front",
            LineAddress.parse("/dev/modem"),
            "",
            Optional.empty(),
            Receiving.STORED,
            Profiles.only(profile),
            new KeptMemory(),
            Carriers.NONE,
            Cable.USUAL);
    return new Session(
        modem,
        setup,
        new Pin("front", "", setup.memory()),
        arrivals.handover(clock),
        vitals,
        ladder,
        _ -> Optional.empty(),
        clock);
  }

  /// Sets the modem up by `profile`; it is at home then.
  void setUp(Profile profile) {
    OBEYED.forEach(command -> modem.on(command, "OK"));
    registered(1);
    session = session(profile);
    turn();
  }

  void registered(int stat) {
    modem.now("AT+CREG?", "+CREG: 2," + stat, "OK");
  }

  /// Takes turns until `time` has passed; what waits for something takes the time it waits for.
  void turnFor(Duration time) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      turn();
    }
  }

  void turn() {
    try {
      session.turn(jobs, new ArrayDeque<>());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package hospital.wardbell.modem;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;

/// A receiver on a scripted modem with two stores, set up and with nothing left to do.
abstract class ReceiverFixture {
  static final String MESSAGE = "07912160130300F4040B912120550121F3000072103000000000024F25";
  static final String REPORT = "0006070B912120550121F372103000000000721030000000000000";
  static final String[] EMPTY = {"OK"};

  final StepClock clock = new StepClock();
  final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT", "OK")
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("AT+CPMS=?", "+CPMS: (\"ME\",\"SM\"),(\"ME\",\"SM\"),(\"ME\",\"SM\")", "OK")
          .on("AT+CPMS=\"ME\",\"ME\",\"ME\"", "+CPMS: 0,20,0,20,0,20", "OK")
          .on("AT+CPMS=\"SM\",\"ME\",\"ME\"", "+CPMS: 0,20,0,20,0,20", "OK")
          .on("AT+CPMS?", "+CPMS: \"ME\",0,20,\"ME\",0,20,\"ME\",0,20", "OK")
          .on("AT+CMGL=4", EMPTY)
          .on("AT+CNMI=?", "+CNMI: (0-2),(0-3),(0,2),(0-2),(0,1)", "OK")
          .on("AT+CNMI=2,2,0,1,0", "OK")
          .on("AT+CNMI?", "+CNMI: 2,2,0,1,0", "OK")
          .on("AT+CMGF=0", "OK")
          .on("AT+CNMA", "OK");
  final KeptArrivals arrivals = new KeptArrivals();
  final Vitals vitals = new Vitals("front", _ -> {}, clock);
  final AtDialogue at = new AtDialogue(modem, clock, urc -> receiver().heard(urc));
  final Storage storage = new Storage(at);
  final Announcing announcing = new Announcing(at);
  final Receiver receiver =
      new Receiver(at, storage, announcing, arrivals.handover(clock), vitals, clock);

  private Receiver receiver() {
    return receiver;
  }

  @BeforeEach
  void set_up() throws Exception {
    storage.setUp(Profile.GENERIC.stores());
    announcing.setUp(Profile.GENERIC.announcing(), true);
    receiver.start(true, Profile.GENERIC.firstIndex());
    takeAll();
    modem.written().clear();
  }

  void hear(String... lines) throws InterruptedException {
    modem.say(lines);
    for (String _ : lines) {
      at.listen(Duration.ZERO);
    }
    takeAll();
  }

  /// Takes what falls due within `time`.
  void pass(Duration time) throws InterruptedException {
    Instant end = clock.instant().plus(time);
    while (!receiver.due().isAfter(end)) {
      clock.step(Duration.between(clock.instant(), receiver.due()));
      takeAll();
    }
  }

  void takeAll() throws InterruptedException {
    boolean more = true;
    while (more) {
      more = receiver.takeOne();
    }
  }
}

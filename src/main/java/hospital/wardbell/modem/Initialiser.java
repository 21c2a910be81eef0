package hospital.wardbell.modem;

import hospital.wardbell.modem.ModemHealth.Trouble;
import hospital.wardbell.modem.Vitals.Topic;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Sets a modem up from any state it may be in. Everything is written each time; what the modem has
/// saved of itself is never trusted. The order matters.
final class Initialiser {
  private static final Logger LOG = System.getLogger(Initialiser.class.getName());
  private static final Duration STARTING = Duration.ofSeconds(20);
  private static final Duration BETWEEN = Duration.ofMillis(500);

  /// What the modem turned out to be able to do.
  ///
  /// @param acknowledges whether direct arrivals must be acknowledged with `+CNMA`
  /// @param keepsLink whether it knows `+CMMS`
  record Equipment(boolean acknowledges, boolean keepsLink) {}

  private final AtDialogue at;
  private final InstantSource ticks;
  private final SimLock sim;
  private final Storage storage;
  private final Announcing announcing;
  private final Vitals vitals;

  Initialiser(
      AtDialogue at,
      SimLock sim,
      Storage storage,
      Announcing announcing,
      Vitals vitals,
      InstantSource ticks) {
    this.at = at;
    this.sim = sim;
    this.storage = storage;
    this.announcing = announcing;
    this.vitals = vitals;
    this.ticks = ticks;
  }

  /// @throws ModemFault if nothing answers, or a person must do something about the SIM
  Equipment run() throws InterruptedException {
    at.getInStep();
    ask("ATE0");
    ask("ATV1");
    ask("ATQ0");
    ask("AT+CMEE=1");
    Identity identity = Identity.of(at);
    vitals.identified(identity.imei());
    LOG.log(Level.INFO, "modem {0}: {1}", vitals.health().name(), identity);
    sim.open();
    waitForMessages();
    // Without an answer it may have been set: to acknowledge what needs none does no harm.
    boolean acknowledges = !(ask("AT+CSMS=1") instanceof AtResponse.Refused);
    ask("AT+CMGF=0");
    storage.setUp();
    serviceCentre();
    announcing.setUp();
    boolean keepsLink = ask("AT+CMMS=?") instanceof AtResponse.Ok;
    return new Equipment(acknowledges, keepsLink);
  }

  /// A SIM says that it is ready before its messages can be read.
  private void waitForMessages() throws InterruptedException {
    Instant deadline = ticks.instant().plus(STARTING);
    while (ask("AT+CPMS?") instanceof AtResponse.Refused && ticks.instant().isBefore(deadline)) {
      at.listen(BETWEEN);
    }
  }

  /// @spec https://www.3gpp.org/dynareport/27005.htm#3.3.1 3GPP TS 27.005 §3.3.1 (+CSCA)
  private void serviceCentre() throws InterruptedException {
    AtResponse response = ask("AT+CSCA?");
    boolean missing = response.information().stream().anyMatch(l -> Fields.at(l, 0).isEmpty());
    if (missing) {
      vitals.trouble(Topic.SERVICE_CENTRE, Trouble.of(Trouble.Kind.NO_SERVICE_CENTRE));
    }
  }

  private AtResponse ask(String command) throws InterruptedException {
    return at.ask(AtCommand.of(command));
  }
}

package hospital.wardbell.modem;

import hospital.wardbell.modem.Profile.Step;
import hospital.wardbell.modem.UsbTree.Tty;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Sets a modem up from any state it may be in. Everything is written each time; what the modem has
/// saved of itself is never trusted. The order matters.
final class Initialiser {
  private static final Logger LOG = System.getLogger(Initialiser.class.getName());

  /// Where a line's memory has the name of the profile that its modem was driven by last.
  static final String PROFILE = "profile";

  private static final Duration BETWEEN = Duration.ofMillis(500);

  /// What the modem turned out to be able to do.
  ///
  /// @param acknowledges whether direct arrivals must be acknowledged with `+CNMA`
  /// @param keepsLink whether it knows `+CMMS`
  record Equipment(boolean acknowledges, boolean keepsLink) {}

  private final AtDialogue at;
  private final InstantSource ticks;
  private final Profiles profiles;
  private final LineMemory memory;
  private final SimLock sim;
  private final SimCard card;
  private final Subscription subscription;
  private final SmsDomain domain;
  private final Storage storage;
  private final Announcing announcing;
  private final Receiving receiving;
  private final Vitals vitals;
  private final Function<Identity, Optional<Tty>> met;
  private Profile profile = Profile.GENERIC;
  private boolean ready;

  /// @param met told who the modem says it is, before anything else is said to it; says behind
  ///   which USB port it is, or throws a [ModemFault] if it is not the one
  Initialiser(
      AtDialogue at,
      Profiles profiles,
      LineMemory memory,
      SimLock sim,
      SimCard card,
      Subscription subscription,
      SmsDomain domain,
      Storage storage,
      Announcing announcing,
      Receiving receiving,
      Vitals vitals,
      Function<Identity, Optional<Tty>> met,
      InstantSource ticks) {
    this.at = at;
    this.profiles = profiles;
    this.memory = memory;
    this.sim = sim;
    this.card = card;
    this.subscription = subscription;
    this.domain = domain;
    this.storage = storage;
    this.announcing = announcing;
    this.receiving = receiving;
    this.vitals = vitals;
    this.met = met;
    this.ticks = ticks;
  }

  /// @throws ModemFault if nothing answers, or a person must do something about the SIM
  Equipment run() throws InterruptedException {
    at.getInStep();
    ask("ATE0");
    ask("ATV1");
    ask("ATQ0");
    ask("AT+CMEE=1");
    choose(Identity.of(at));
    switchEchoOn();
    sayOwnCommands();
    boolean starting = sim.open(profile.start().patience());
    card.notice();
    waitForMessages(starting);
    subscription.setUp(profile);
    domain.setUp(profile.services());
    // Without an answer it may have been set: to acknowledge what needs none does no harm.
    boolean acknowledges = !(ask("AT+CSMS=1") instanceof AtResponse.Refused);
    ask("AT+CMGF=0");
    ask("AT+CSCS=\"GSM\""); // names of networks come in hexadecimal digits otherwise
    storage.setUp(profile.stores());
    card.mendServiceCentre();
    announcing.setUp(profile.announcing(), isSafeDirectly());
    boolean keepsLink = profile.sending().keepsLink() && ask("AT+CMMS=?") instanceof AtResponse.Ok;
    return new Equipment(acknowledges, keepsLink);
  }

  /// The profile in force: the generic one until the modem said what it is.
  Profile profile() {
    return profile;
  }

  /// Takes note of an unsolicited line; asks nothing.
  void heard(Urc urc) {
    ready |= profile.start().ready().match(urc.line());
  }

  private void choose(Identity identity) {
    Optional<Tty> port = met.apply(identity);
    vitals.identified(identity.imei());
    profile = profiles.choose(identity, port);
    at.ignore(profile.ignored());
    at.use(profile.writing());
    remember();
    LOG.log(
        Level.INFO,
        "modem {0}: {1}, driven by the profile {2}: {3}",
        vitals.health().name(),
        identity,
        profile.name(),
        profiles.reason(profile, identity));
  }

  /// How the modem may be reset is needed when it cannot say any more what it is.
  private void remember() {
    try {
      memory.keep(PROFILE, profile.name());
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "a modem's profile cannot be kept on the disk");
    }
  }

  /// What is not repeated cannot be compared, so a modem that does not is of no use then.
  private void switchEchoOn() throws InterruptedException {
    if (at.checksEcho() && !(ask("ATE1") instanceof AtResponse.Ok)) {
      throw notSetUp("ATE1");
    }
  }

  private static ModemFault notSetUp(String command) {
    return new ModemFault(ModemFault.Kind.SET_UP, Trouble.of(Trouble.Kind.NOT_SET_UP, command));
  }

  private void sayOwnCommands() throws InterruptedException {
    for (Step step : profile.commands()) {
      AtResponse response = at.ask(AtCommand.of(step.command(), step.patience()));
      if (step.needed() && !(response instanceof AtResponse.Ok)) {
        throw notSetUp(step.command());
      }
    }
  }

  /// A SIM says that it is ready before its messages can be read.
  ///
  /// @param starting whether the modem was met while it starts, so that it may say when it is ready
  private void waitForMessages(boolean starting) throws InterruptedException {
    Instant deadline = ticks.instant().plus(profile.start().patience());
    boolean willSay = starting && !profile.start().ready().isEmpty();
    while (willSay && !ready && ticks.instant().isBefore(deadline)) {
      at.listen(BETWEEN);
    }
    while (ask("AT+CPMS?") instanceof AtResponse.Refused && ticks.instant().isBefore(deadline)) {
      at.listen(BETWEEN);
    }
  }

  /// A text that the modem acknowledges by itself would be lost between it and us, so texts are
  /// given directly only where the modem says that it waits for our word.
  ///
  /// @spec https://www.3gpp.org/dynareport/27005.htm#3.2.1 3GPP TS 27.005 §3.2.1 (+CSMS)
  private boolean isSafeDirectly() throws InterruptedException {
    if (receiving == Receiving.STORED) {
      return false;
    }
    boolean safe =
        ask("AT+CSMS?").information().stream().anyMatch(l -> Fields.at(l, 0).equals("1"));
    if (!safe) {
      LOG.log(
          Level.WARNING,
          "modem {0}: it waits for no acknowledgement, so texts are stored and not given directly",
          vitals.health().name());
    }
    return safe;
  }

  private AtResponse ask(String command) throws InterruptedException {
    return at.ask(AtCommand.of(command));
  }
}

package hospital.wardbell.modem;

import hospital.wardbell.modem.Profile.Sending;
import hospital.wardbell.modem.SendOutcome.Fault;
import hospital.wardbell.modem.UsbTree.Tty;
import hospital.wardbell.modem.Vitals.Topic;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One modem on one open line, from its set-up to its end. Owned by one thread.
///
/// It works in turns: at most one arrival, one text, one question, one call and one step of an
/// errand each, so that none keeps the others waiting for longer than one exchange with the modem.
final class Session {
  private static final Logger LOG = System.getLogger(Session.class.getName());
  private static final int NO_SERVICE_CENTRE = 330;
  private static final SendOutcome NOT_TRIED = new SendOutcome.NotTried("not settled yet");
  private static final Duration RADIO = Duration.ofSeconds(15);

  private final AtDialogue at;
  private final InstantSource ticks;
  private final Optional<Duration> submitPatience;
  private final Vitals vitals;
  private final Ladder ladder;
  private final Verdicts verdicts;
  private final SimCard card;
  private final SmsDomain domain;
  private final Initialiser initialiser;
  private final Receiver receiver;
  private final Watch watch;
  private final Calls calls;
  private final Errands errands;
  private final Alarms alarms;
  private @Nullable Submitter submitter;

  /// @param met told who the modem says it is; says behind which USB port it is, or throws a
  ///   [ModemFault] if it is not the one
  Session(
      Port port,
      Modem.Setup setup,
      Pin pin,
      Handover handover,
      Vitals vitals,
      Ladder ladder,
      Function<Identity, Optional<Tty>> met,
      InstantSource ticks) {
    this.ticks = ticks;
    this.submitPatience = setup.submitPatience();
    this.vitals = vitals;
    this.ladder = ladder;
    this.verdicts = new Verdicts(vitals);
    this.at = new AtDialogue(port, ticks, this::heard);
    Storage storage = new Storage(at);
    Announcing announcing = new Announcing(at);
    this.card = new SimCard(at, setup.memory(), vitals, ticks);
    this.domain = new SmsDomain(at, setup.memory(), setup.name(), ticks);
    SimLock sim = new SimLock(at, ticks, pin, card);
    this.initialiser =
        new Initialiser(
            at,
            setup.profiles(),
            setup.memory(),
            sim,
            card,
            new Subscription(at, setup.carriers(), card, setup.memory(), vitals),
            domain,
            storage,
            announcing,
            setup.receiving(),
            vitals,
            met,
            ticks);
    this.receiver = new Receiver(at, storage, announcing, handover, vitals, ticks);
    this.watch = new Watch(at, card, storage, announcing, vitals, ticks);
    this.calls = new Calls(at, handover, ticks);
    this.errands = new Errands(at, ticks);
    this.alarms = new Alarms(receiver, vitals, ladder, ticks);
  }

  /// How the modem is driven: the generic way until it has said what it is.
  Profile profile() {
    return initialiser.profile();
  }

  /// Takes one turn, or waits until there is something to do. The first turn sets the modem up.
  ///
  /// @throws ModemFault if the session is over
  void turn(Queue<Job> jobs, Queue<Chore> chores) throws InterruptedException {
    Submitter ready = submitter;
    if (ready == null) {
      submitter = setUp();
      climb();
      return;
    }
    boolean worked = receiver.takeOne();
    worked |= submitOne(jobs, ready);
    if (watch.checkOne()) {
      worked = true;
      lookAboveGsm(jobs.isEmpty());
    }
    worked |= calls.takeOne();
    worked |= errands.doOne(chores, initialiser.profile().ussd());
    alarms.end();
    climb();
    if (!worked) {
      at.listen(Duration.between(ticks.instant(), due()));
    }
  }

  private Instant due() {
    return Stream.of(receiver.due(), watch.due(), calls.due(), errands.due(), alarms.due())
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private Submitter setUp() throws InterruptedException {
    Initialiser.Equipment equipment = initialiser.run();
    watch.start();
    receiver.start(equipment.acknowledges(), initialiser.profile().firstIndex());
    Sending sending = initialiser.profile().sending();
    Duration patience = submitPatience.orElse(sending.patience());
    return new Submitter(at, sending, patience, ticks, equipment.keepsLink(), domain);
  }

  private boolean submitOne(Queue<Job> jobs, Submitter ready) throws InterruptedException {
    Job job = jobs.poll();
    if (job == null) {
      return false;
    }
    if (watch.isRegistered()) {
      submit(job, ready);
    } else {
      job.settle(new SendOutcome.NotTried("the modem is not registered with a network"));
    }
    return true;
  }

  private void submit(Job job, Submitter ready) throws InterruptedException {
    vitals.sending(true);
    try {
      ready.run(job);
    } finally {
      vitals.sending(false);
    }
    SendOutcome outcome = job.outcome().getNow(NOT_TRIED);
    verdicts.heard(outcome, watch.isEvolvedOnly());
    domain.heard(outcome);
    if (outcome instanceof SendOutcome.Refused(Fault fault, int code)) {
      if (code == NO_SERVICE_CENTRE) {
        card.mendServiceCentre();
      } else if (fault == Fault.PASSING) {
        watch.doubt(); // the network may have gone without a word
      }
    }
  }

  /// Does what the ladder says, now that the turn is over.
  private void climb() throws InterruptedException {
    if (watch.isRegistered()) {
      ladder.works(ticks.instant());
      return;
    }
    switch (ladder.searches(ticks.instant(), profile().reset())) {
      case WAIT -> {}
      case RADIO_OFF_AND_ON -> switchRadio();
      case RESTART ->
          throw new ModemFault(ModemFault.Kind.NO_NETWORK, Trouble.of(Trouble.Kind.SEARCHED_LONG));
    }
  }

  /// A modem that fell back to GSM and stays there often finds more once its radio was off. Texts
  /// go over GSM too, so those that wait go first.
  private void lookAboveGsm(boolean idle) throws InterruptedException {
    Fallback fallback = ladder.fallback();
    Instant now = ticks.instant();
    vitals.health().radio().ifPresent(radio -> fallback.seen(radio, now));
    fallback
        .lost(now)
        .map(before -> Trouble.of(Trouble.Kind.FELL_BACK, before.shown()))
        .ifPresentOrElse(
            trouble -> vitals.trouble(Topic.RADIO, trouble), () -> vitals.fine(Topic.RADIO));
    if (idle && watch.isRegistered() && profile().reset().radio() && fallback.takeSwitch(now)) {
      LOG.log(Level.INFO, "a modem stays on GSM; its radio is switched off and on");
      switchRadio();
      watch.doubt();
    }
  }

  private void switchRadio() throws InterruptedException {
    at.ask(AtCommand.of("AT+CFUN=4", RADIO));
    at.ask(AtCommand.of("AT+CFUN=1", RADIO));
  }

  /// Hands on what the modem keeps no copy of. The line need not be there any more.
  void finish() {
    receiver.finish();
  }

  private void heard(Urc urc) {
    alarms.heard(urc, initialiser.profile().tells());
    if (initialiser.profile().start().restarted().match(urc.line())) {
      throw new ModemFault(ModemFault.Kind.RESTARTED, Trouble.of(Trouble.Kind.RESTARTED));
    }
    initialiser.heard(urc);
    receiver.heard(urc);
    watch.heard(urc);
    calls.heard(urc);
    errands.heard(urc);
  }
}

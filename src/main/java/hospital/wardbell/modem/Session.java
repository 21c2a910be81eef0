package hospital.wardbell.modem;

import hospital.wardbell.modem.ModemHealth.Trouble;
import hospital.wardbell.modem.Profile.Sending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One modem on one open line, from its set-up to its end. Owned by one thread.
///
/// It works in turns: at most one arrival, one text, one question, one call and one step of an
/// errand each, so that none keeps the others waiting for longer than one exchange with the modem.
final class Session {
  private final AtDialogue at;
  private final InstantSource ticks;
  private final Optional<Duration> submitPatience;
  private final Initialiser initialiser;
  private final Receiver receiver;
  private final Watch watch;
  private final Calls calls;
  private final Errands errands;
  private @Nullable Submitter submitter;

  /// @param submitPatience how long an answer to a TPDU may take, if the profile is not to say
  Session(
      Port port,
      Profiles profiles,
      Optional<Duration> submitPatience,
      Pin pin,
      Handover handover,
      Vitals vitals,
      InstantSource ticks) {
    this.ticks = ticks;
    this.submitPatience = submitPatience;
    this.at = new AtDialogue(port, ticks, this::heard);
    Storage storage = new Storage(at);
    Announcing announcing = new Announcing(at);
    SimLock sim = new SimLock(at, ticks, pin);
    this.initialiser = new Initialiser(at, profiles, sim, storage, announcing, vitals, ticks);
    this.receiver = new Receiver(at, storage, handover, vitals, ticks);
    this.watch = new Watch(at, storage, announcing, vitals, ticks);
    this.calls = new Calls(at, handover, ticks);
    this.errands = new Errands(at, ticks);
  }

  /// Takes one turn, or waits until there is something to do. The first turn sets the modem up.
  ///
  /// @throws ModemFault if the session is over
  void turn(Queue<Job> jobs, Queue<Chore> chores) throws InterruptedException {
    Submitter ready = submitter;
    if (ready == null) {
      submitter = setUp();
      return;
    }
    boolean worked = receiver.takeOne();
    worked |= submitOne(jobs, ready);
    worked |= watch.checkOne();
    worked |= calls.takeOne();
    worked |= errands.doOne(chores, initialiser.profile().ussd());
    if (!worked) {
      at.listen(Duration.between(ticks.instant(), due()));
    }
  }

  private Instant due() {
    return Stream.of(receiver.due(), watch.due(), calls.due(), errands.due())
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private Submitter setUp() throws InterruptedException {
    Initialiser.Equipment equipment = initialiser.run();
    watch.start();
    receiver.start(equipment.acknowledges());
    Sending sending = initialiser.profile().sending();
    Duration patience = submitPatience.orElse(sending.patience());
    return new Submitter(at, sending, patience, ticks, equipment.keepsLink());
  }

  private boolean submitOne(Queue<Job> jobs, Submitter ready) throws InterruptedException {
    Job job = jobs.poll();
    if (job == null) {
      return false;
    }
    if (watch.isRegistered()) {
      ready.run(job);
    } else {
      job.settle(new SendOutcome.NotTried("the modem is not registered with a network"));
    }
    return true;
  }

  /// Hands on what the modem keeps no copy of. The line need not be there any more.
  void finish() {
    receiver.finish();
  }

  private void heard(Urc urc) {
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

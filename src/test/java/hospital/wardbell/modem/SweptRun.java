package hospital.wardbell.modem;

import hospital.wardbell.modem.ModemHealth.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One dialogue from the opening of the line to its end, with or without a mishap. Sessions that
/// end are begun anew, as [Modem] does.
final class SweptRun {
  private static final Duration SET_UP = Duration.ofSeconds(5);
  private static final Duration SWEPT = Duration.ofSeconds(65);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(200);
  private static final Duration TOO_LONG = Duration.ofMinutes(65);
  private static final Duration SUBMIT_PATIENCE = Duration.ofSeconds(65);

  private final Dialogue dialogue;
  private final StepClock clock = new StepClock();
  private final SweptWire wire = new SweptWire(clock);
  private final KeptArrivals arrivals = new KeptArrivals();
  private final SweptModem modem = new SweptModem(clock, wire, arrivals);
  private final Handover handover = arrivals.handover(clock);
  private final Vitals vitals = new Vitals("swept", _ -> {}, clock);
  private final Modem.Setup setup;
  private final Pin pin;
  private final Ladder ladder = new Ladder();
  private final Queue<Job> jobs = new ArrayDeque<>();
  private final Queue<Chore> chores = new ArrayDeque<>();
  private final List<Chore> asked = new ArrayList<>();
  private final List<Job> given = new ArrayList<>();
  private @Nullable Session session;

  private SweptRun(Dialogue dialogue) {
    this.dialogue = dialogue;
    this.setup =
        new Modem.Setup(
            "swept",
            LineAddress.parse("/dev/modem"),
            SweptModem.PIN,
            Optional.of(SUBMIT_PATIENCE),
            dialogue.receiving(),
            Profiles.only(dialogue.profile()),
            new KeptMemory(),
            CarrierSamples.practice(Carrier.Ims.ON),
            Cable.USUAL);
    this.pin = new Pin(setup.name(), setup.pin(), setup.memory());
  }

  static SweptRun of(Dialogue dialogue, Optional<Mishap> mishap) throws InterruptedException {
    SweptRun run = new SweptRun(dialogue);
    run.play(mishap);
    return run;
  }

  private void play(Optional<Mishap> mishap) throws InterruptedException {
    dialogue.prepare(modem);
    if (dialogue.isSetUp()) {
      wire.arm(mishap);
    }
    wire.wakeAt(clock.instant().plus(SET_UP));
    turnUntil(clock.instant().plus(SET_UP));
    if (!dialogue.isSetUp()) {
      wire.arm(mishap);
    }
    dialogue.begin(modem, jobs);
    given.addAll(jobs);
    dialogue.ask(chores, clock.instant().plus(Errands.WAIT));
    asked.addAll(chores);
    Instant begun = clock.instant();
    turnUntil(begun.plus(SWEPT));
    wire.disarm();
    turnUntil(begun.plus(LONG_ENOUGH));
    while (dialogue.comesToRest()
        && !isAtRest()
        && clock.instant().isBefore(begun.plus(TOO_LONG))) {
      turn();
    }
  }

  private void turnUntil(Instant when) throws InterruptedException {
    while (clock.instant().isBefore(when)) {
      turn();
    }
  }

  private void turn() throws InterruptedException {
    try {
      Session open = session;
      if (open == null) {
        vitals.probing();
        ladder.opened(clock.instant());
        open =
            new Session(wire, setup, pin, handover, vitals, ladder, _ -> Optional.empty(), clock);
        session = open;
      }
      open.turn(jobs, chores);
    } catch (ModemFault e) {
      end(e);
    }
  }

  private void end(ModemFault fault) {
    Ladder.Next next = ladder.after(fault, Optional.of(Profile.GENERIC.reset()), clock.instant());
    vitals.lost(next.state(), next.trouble());
    if (next.step() == Ladder.Step.RESTART) {
      wire.write("\u001b\rAT+CFUN=1,1\r");
    }
    Optional.ofNullable(session).ifPresent(Session::finish);
    session = null;
    jobs.forEach(job -> job.settle(new SendOutcome.NotTried("no modem")));
    jobs.clear();
    chores.forEach(chore -> chore.settle(new ErrandOutcome.Untold("no modem")));
    chores.clear();
    Instant until = clock.instant().plus(next.rest());
    while (clock.instant().isBefore(until)) {
      Heard _ = wire.next(Duration.between(clock.instant(), until));
    }
    wire.reopen();
  }

  /// Whether all is done and the modem is in use.
  boolean isAtRest() {
    return modem.isSettled()
        && given.stream().allMatch(job -> job.outcome().isDone())
        && asked.stream().allMatch(chore -> chore.outcome().isDone())
        && vitals.health().state() == State.REGISTERED;
  }

  SweptModem modem() {
    return modem;
  }

  ModemHealth health() {
    return vitals.health();
  }

  List<Job> given() {
    return given;
  }

  List<Chore> asked() {
    return asked;
  }

  List<String> lines() {
    return wire.lines();
  }

  String transcript() {
    return wire.transcript();
  }
}

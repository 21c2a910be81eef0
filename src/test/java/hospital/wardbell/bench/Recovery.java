package hospital.wardbell.bench;

import hospital.wardbell.practice.Fault;
import hospital.wardbell.practice.Faults;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.JournalEntry.Answered;
import hospital.wardbell.practice.JournalEntry.Command;
import hospital.wardbell.practice.JournalEntry.Plugged;
import hospital.wardbell.practice.JournalEntry.Submitted;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// How long it takes until texts go out again after each thing that goes wrong.
///
/// What does not come back in [#LONGEST] is written as that many seconds.
final class Recovery {
  private static final Duration LONGEST = Duration.ofSeconds(150);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration SETTLING = Duration.ofSeconds(3);
  private static final Duration OUTAGE = Duration.ofSeconds(20);

  /// From one answer until the next text is surely with the network and not yet answered.
  private static final Duration IN_FLIGHT = Duration.ofMillis(150);

  private static final Duration UNPLUGGED = Duration.ofSeconds(5);
  private static final Timing TIMING = Timing.likeHardware(Duration.ofMillis(500));
  private static final long SEED = 20_261_122;
  private static final int FEW = 3;

  private final Report report;
  private final RunningService service;
  private final BenchHome home;
  private final Backlog backlog;

  Recovery(Report report, RunningService service, BenchHome home) {
    this.report = report;
    this.service = service;
    this.home = home;
    this.backlog = new Backlog(service);
  }

  private interface Trial {
    void with(VirtualModem modem) throws IOException, InterruptedException;
  }

  void measure(boolean quick) throws IOException, InterruptedException {
    report.heading(
        "Recovery, network 0.5 s; %d s: not in that time".formatted(LONGEST.toSeconds()));
    idle(this::replugIdle);
    sending(this::replugSending);
    sending(this::registrationLost);
    sending(this::answerLost);
    sending(modem -> goesOn(modem, "service centre forgotten", new Fault.LostServiceCentre()));
    sending(modem -> goesOn(modem, "refused (500)", new Fault.Refused(500)));
    sending(modem -> goesOn(modem, "refused, its prompt stays", new Fault.Refused(500, true)));
    noise();
    if (!quick) {
      idle(modem -> deaf(modem, "idle", new Fault.Deaf(false)));
      sending(modem -> deaf(modem, "sending", new Fault.Deaf(false)));
      sending(modem -> deaf(modem, "sending, hears when opened anew", new Fault.Deaf(true)));
    }
  }

  private void idle(Trial trial) throws IOException, InterruptedException {
    try (VirtualModem modem = plug(Faults.none())) {
      trial.with(modem);
    }
  }

  /// With a queue that outlasts the trial; what is left of it is sent in the end by a quick modem.
  private void sending(Trial trial) throws IOException, InterruptedException {
    backlog.add(400, Sending::text);
    try (VirtualModem modem = plug(Faults.none())) {
      var _ = modem.journal().await(Answered.class, FEW, _ -> true, LONGEST);
      trial.with(modem);
    }
    drain();
  }

  private VirtualModem plug(Faults faults) throws IOException, InterruptedException {
    ModemOptions options = ModemOptions.of(TIMING).with(faults).linked(home.modem(0));
    VirtualModem modem = VirtualModem.start(options, People.silent(), Journal.inMemory());
    awaitNetwork();
    return modem;
  }

  private void drain() throws IOException, InterruptedException {
    ModemOptions options = ModemOptions.of(Setting.instant().timing()).linked(home.modem(0));
    try (VirtualModem _ = VirtualModem.start(options, People.silent(), Journal.inMemory())) {
      Patience.await(
          LONGEST.multipliedBy(3), Duration.ofSeconds(1), "the queue", () -> service.queued() == 0);
    }
  }

  private void replugIdle(VirtualModem modem) throws InterruptedException {
    Instant back = replug(modem);
    awaitNetwork();
    add("re-plugged: on the network again", "idle, 5 s away", back, Instant.now(), 2);
  }

  private void replugSending(VirtualModem modem) throws InterruptedException {
    Patience.pass(IN_FLIGHT);
    Instant back = replug(modem);
    awaitNetwork();
    String words = "a text in flight, 5 s away";
    add("re-plugged: on the network again", words, back, Instant.now(), 2);
    report.add(Figure.of("re-plugged: next text begins", words, untilNext(modem, back), "s"));
  }

  private static Instant replug(VirtualModem modem) throws InterruptedException {
    modem.unplug();
    Patience.pass(UNPLUGGED);
    modem.replug();
    return modem.journal().entries(Plugged.class).getLast().at();
  }

  private void registrationLost(VirtualModem modem) throws InterruptedException {
    Instant lost = Instant.now();
    modem.suffer(new Fault.NoCoverage(OUTAGE));
    awaitState("searching");
    add("registration lost: shown", "for 20 s", lost, Instant.now(), 10);
    Instant back = lost.plus(OUTAGE);
    Patience.pass(Duration.between(Instant.now(), back));
    report.add(
        Figure.of("registration back: next text begins", "after 20 s", untilNext(modem, back), "s")
            .within(2));
    double tries =
        modem.journal().entries(Command.class).stream()
            .filter(c -> isSubmit(c) && c.at().isAfter(lost) && c.at().isBefore(back))
            .count();
    report.add(Figure.of("texts begun without a network", "in 20 s", tries, "tries").within(3));
  }

  private void answerLost(VirtualModem modem) throws InterruptedException {
    Instant before = Instant.now();
    modem.suffer(new Fault.LostFinal());
    Instant lost =
        after(modem.journal().await(Submitted.class, 1, s -> s.at().isAfter(before), LONGEST));
    report.add(
        Figure.of("answer lost: next text begins", "sending", untilNext(modem, lost), "s")
            .within(65));
  }

  /// Until the network has another text, from the last one that it had before.
  private void goesOn(VirtualModem modem, String what, Fault fault) throws InterruptedException {
    modem.suffer(fault);
    Instant begun = modem.journal().entries(Submitted.class).getLast().at();
    Instant next =
        after(modem.journal().await(Submitted.class, 1, s -> s.at().isAfter(begun), LONGEST));
    report.add(Figure.of(what + ": next text is out", "sending", seconds(begun, next), "s"));
  }

  private void noise() throws IOException, InterruptedException {
    int texts = 40;
    backlog.add(texts, Sending::text);
    try (VirtualModem modem = plug(Faults.noisy(SEED))) {
      List<Answered> answers = Sending.answers(modem.journal(), texts, LONGEST);
      Sample overhead = Pace.of(answers).overhead();
      String words = "noise in 1 of 10 answers, stray lines in 3, %d texts".formatted(texts);
      report.add(Figure.of("line garbage: overhead per part", words, overhead.median(), "ms"));
      report.add(Figure.of("line garbage: longest", words, overhead.percentile(100) / 1_000, "s"));
    }
    drain();
  }

  /// A modem that hears nothing carries out no command before it has been reset or opened anew.
  private void deaf(VirtualModem modem, String words, Fault.Deaf fault)
      throws InterruptedException {
    Patience.pass(SETTLING); // what was written before is still heard
    modem.suffer(fault);
    Instant deaf = Instant.now();
    Instant heard =
        after(modem.journal().await(Command.class, 1, c -> c.at().isAfter(deaf), LONGEST));
    add("deaf: reset, and hears again", words, deaf, heard, 90);
  }

  private static double untilNext(VirtualModem modem, Instant from) throws InterruptedException {
    Instant next =
        after(
            modem
                .journal()
                .await(Command.class, 1, c -> isSubmit(c) && c.at().isAfter(from), LONGEST));
    return atMostLongest(seconds(from, next));
  }

  private static boolean isSubmit(Command command) {
    return command.name().equals("+CMGS");
  }

  /// When the first of `found` was; far in the future if there is none.
  private static Instant after(List<? extends JournalEntry> found) {
    return found.isEmpty() ? Instant.now().plus(LONGEST) : found.getFirst().at();
  }

  /// On a noisy line a modem may have said that its power is wrong, for which it is degraded.
  private void awaitNetwork() throws InterruptedException {
    Set<String> sending = Set.of("registered", "degraded");
    Patience.await(LONGEST, LOOK, "the network", () -> sending.contains(service.modemState(0)));
  }

  private void awaitState(String state) throws InterruptedException {
    Patience.await(LONGEST, LOOK, state, () -> service.modemState(0).equals(state));
  }

  private void add(String what, String words, Instant from, Instant to, double most) {
    double seconds = atMostLongest(seconds(from, to));
    report.add(Figure.of(what, words, seconds, "s").within(most));
  }

  private static double atMostLongest(double seconds) {
    return Math.min(LONGEST.toNanos() / 1e9, seconds);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}

package hospital.wardbell.modem;

import hospital.wardbell.base.Loop;
import hospital.wardbell.base.Pause;
import hospital.wardbell.modem.Vitals.Topic;
import hospital.wardbell.pdu.Pdu;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One modem on one line, kept alive until closed: it opens the line, sets the modem up, sends what
/// it is given, hands on what arrives, and starts over when the line goes away.
public final class Modem implements AutoCloseable {
  /// How a modem line is set up. `toString` leaves the PIN out.
  ///
  /// @param name the boot file's name of the line; appears on pages and in logs
  /// @param pin the SIM's PIN, empty if it has none
  /// @param submitPatience how long an answer to a TPDU may take, if the profile is not to say
  /// @param receiving how texts come from it
  /// @param profiles what the modem may be
  /// @param memory what is known of the line from before
  /// @param carriers whose its SIM may be
  /// @param cable how its device is driven, if it is one
  public record Setup(
      String name,
      LineAddress address,
      String pin,
      Optional<Duration> submitPatience,
      Receiving receiving,
      Profiles profiles,
      LineMemory memory,
      Carriers carriers,
      Cable cable) {
    @Override
    public String toString() {
      return "modem " + name + " at " + address;
    }
  }

  /// Opens lines that were found; tests have their own.
  interface Opener {
    SerialLine open(LineAddress address);
  }

  private static final Logger LOG = System.getLogger(Modem.class.getName());
  private static final Trouble STOPPING = Trouble.of(Trouble.Kind.STOPPING);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  // For any thread.
  private final Setup setup;
  private final Vitals vitals;
  private final Requests requests = new Requests();
  private final Pause pause = Pause.real();
  private final InstantSource ticks;
  private final Trace trace;
  private final Loop loop;
  private volatile boolean closing;
  private volatile @Nullable OpenPort port;

  // Only for the owner, which is the loop's thread.
  private final Opener opener;
  private final Revival revival;
  private final Handover handover;
  private final Pin pin;
  private @Nullable Session session;
  private Instant nextTry;

  private Modem(
      Setup setup,
      Arrivals arrivals,
      Consumer<ModemHealth> health,
      InstantSource clock,
      UsbTree usb,
      Opener opener) {
    this.setup = setup;
    this.revival = new Revival(setup, usb);
    this.opener = opener;
    this.vitals = new Vitals(setup.name(), health, clock);
    this.handover =
        new Handover(
            setup.name(),
            vitals::iccid,
            arrivals,
            clock,
            task -> Thread.ofVirtual().name("modem-" + setup.name() + "-keeper").start(task),
            this::wake);
    this.pin = new Pin(setup.name(), setup.pin(), setup.memory());
    long start = System.nanoTime();
    Instant origin = clock.instant();
    this.ticks = () -> origin.plusNanos(System.nanoTime() - start); // a clock that nobody sets
    this.trace = new Trace(clock, ticks);
    this.nextTry = origin;
    this.loop = Loop.start("modem-" + setup.name(), this::turn, pause);
  }

  /// @param health told of every change, on the owner thread; must not block
  public static Modem start(
      Setup setup, Arrivals arrivals, Consumer<ModemHealth> health, InstantSource clock) {
    Opener opener = address -> SerialLine.open(address, setup.cable());
    return start(setup, arrivals, health, clock, new UsbTree(Path.of("/")), opener);
  }

  static Modem start(
      Setup setup,
      Arrivals arrivals,
      Consumer<ModemHealth> health,
      InstantSource clock,
      UsbTree usb,
      Opener opener) {
    return new Modem(setup, arrivals, health, clock, usb, opener);
  }

  public String name() {
    return setup.name();
  }

  public ModemHealth health() {
    return vitals.health();
  }

  /// Hands one SUBMIT over, once `leave` says so: until then the modem is asked for its prompt and
  /// no more. Any thread; the future always completes, and never exceptionally. At most 16 jobs
  /// wait; one more is [SendOutcome.NotTried] at once.
  ///
  /// @param more another submit follows at once, so the link to the network is worth keeping
  /// @param leave false, an exception or ten seconds without either: nothing is handed over
  public CompletableFuture<SendOutcome> submit(
      Pdu pdu, boolean more, CompletableFuture<Boolean> leave) {
    return submit(new Job(pdu.tpduOctets(), pdu.hex(), more, leave));
  }

  /// The same of one that may be handed over.
  public CompletableFuture<SendOutcome> submit(Pdu pdu, boolean more) {
    return submit(new Job(pdu.tpduOctets(), pdu.hex(), more));
  }

  CompletableFuture<SendOutcome> submit(Job job) {
    requests.add(job);
    added();
    return job.outcome();
  }

  /// Has the modem asked something. Any thread; the future always completes, and never
  /// exceptionally. At most 8 errands wait; one more is [ErrandOutcome.Untold] at once.
  public CompletableFuture<ErrandOutcome> run(Errand errand) {
    Chore chore = new Chore(errand, ticks.instant().plus(Errands.WAIT));
    requests.add(chore);
    added();
    return chore.outcome();
  }

  private void added() {
    wake();
    if (closing) {
      requests.refuseAll(STOPPING.words());
    }
  }

  /// The name of the profile it was last driven by, once it has said what it is.
  public Optional<String> profile() {
    return setup
        .profiles()
        .named()
        .map(Profile::name)
        .or(() -> setup.memory().recall(Initialiser.PROFILE));
  }

  /// How many texts its SIM's carrier may be given, as far as that is known. Any thread.
  public Rate rate() {
    return vitals.rate();
  }

  /// What is said on its line, once switched on.
  public Trace trace() {
    return trace;
  }

  private void wake() {
    pause.wake();
    OpenPort open = port;
    if (open != null) {
      open.wake();
    }
  }

  private Duration turn() throws InterruptedException {
    try {
      Session now = session;
      if (now == null) {
        return open();
      }
      now.turn(requests.jobs(), requests.chores());
      revival.lookAround(vitals, ticks.instant());
      return Duration.ZERO;
    } catch (ModemFault e) {
      return end(e);
    }
  }

  /// Opens the line if it is time to.
  ///
  /// @return how long to rest
  /// @throws ModemFault if it cannot be opened
  private Duration open() {
    Duration left = Duration.between(ticks.instant(), nextTry);
    if (left.isPositive() || closing) {
      requests.refuseAll(vitals.health().trouble().map(Trouble::words).orElse("there is no modem"));
      return left;
    }
    OpenPort open = new OpenPort(setup.name(), opener.open(revival.where()));
    port = open;
    revival.ladder().opened(ticks.instant());
    if (closing) {
      open.hangUp(STOPPING);
    }
    vitals.probing();
    revival.ladder().power(ticks.instant()).ifPresent(why -> vitals.trouble(Topic.POWER, why));
    session =
        new Session(
            trace.on(open), setup, pin, handover, vitals, revival.ladder(), revival::met, ticks);
    return Duration.ZERO;
  }

  /// Ends the session, if there is one, and says when to begin the next.
  private Duration end(ModemFault fault) throws InterruptedException {
    Ladder.Next next = revival.after(fault, ticks.instant());
    log(fault, next);
    nextTry = ticks.instant().plus(next.rest());
    vitals.lost(next.state(), next.trouble());
    requests.refuseAll(next.trouble().words());
    Session over = session;
    session = null;
    OpenPort open = port;
    port = null;
    if (open != null) {
      if (!closing) {
        revival.climb(next.step(), open);
      }
      open.close();
    }
    if (over != null) {
      over.finish();
    }
    revival.ended();
    return next.rest();
  }

  /// A device that is away is looked for often; that is said once.
  private void log(ModemFault fault, Ladder.Next next) {
    boolean known = vitals.health().trouble().filter(next.trouble()::equals).isPresent();
    LOG.log(
        known ? Level.DEBUG : Level.INFO,
        "modem {0}: {1} ({2}, {3})",
        name(),
        next.trouble().words(),
        fault.kind(),
        next.step());
  }

  /// Ends within 5 seconds; a submit under way is then [SendOutcome.Unknown].
  @Override
  public void close() {
    closing = true;
    OpenPort open = port;
    if (open != null) {
      open.hangUp(STOPPING);
    }
    Thread closer = Thread.ofVirtual().start(loop::close);
    try {
      boolean _ = closer.join(CLOSING);
      OpenPort left = port; // the loop may have ended between two turns
      if (left != null) {
        left.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    requests.refuseAll(STOPPING.words());
  }
}

package hospital.wardbell.modem;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Segments;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.practice.Faults;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// The whole driver and a practice modem on a real pseudo-terminal, with all that arrives.
abstract class OnPty {
  static final PhoneNumber PATIENT = new PhoneNumber("+12025550123");
  static final Duration LONG = Duration.ofSeconds(10);
  static final Duration SUBMIT_PATIENCE = Duration.ofSeconds(2);

  final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
  final BlockingQueue<String> sims = new LinkedBlockingQueue<>();
  final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
  final BlockingQueue<ModemHealth> told = new LinkedBlockingQueue<>();
  final AtomicInteger refusals = new AtomicInteger();
  final LineMemory memory = new KeptMemory();
  volatile boolean answersCalls;
  final Journal journal = Journal.inMemory();
  @TempDir Path directory = Path.of("");
  Optional<VirtualModem> hardware = Optional.empty();
  Optional<Modem> driver = Optional.empty();

  @AfterEach
  void close() {
    driver.ifPresent(Modem::close);
    hardware.ifPresent(VirtualModem::close);
  }

  VirtualModem plugIn(Faults faults, Timing timing) throws Exception {
    return plugIn(ModemOptions.of(timing).with(faults));
  }

  VirtualModem plugIn(ModemOptions options) throws Exception {
    ModemOptions linked = options.linked(directory.resolve("modem"));
    VirtualModem modem = VirtualModem.start(linked, People.silent(), journal);
    hardware = Optional.of(modem);
    return modem;
  }

  Modem.Setup setup() {
    return setup(Profile.GENERIC, Carriers.NONE);
  }

  private Modem.Setup setup(Profile profile, Carriers carriers) {
    return new Modem.Setup(
        "front",
        new LineAddress.Device(directory.resolve("modem")),
        "",
        Optional.of(SUBMIT_PATIENCE),
        Receiving.STORED,
        Profiles.only(profile),
        memory,
        carriers,
        Cable.USUAL);
  }

  Modem startAndRegister() throws InterruptedException {
    return startAndRegister(Profile.GENERIC);
  }

  Modem startAndRegister(Profile profile) throws InterruptedException {
    return startAndRegister(profile, Carriers.NONE);
  }

  Modem startAndRegister(Profile profile, Carriers carriers) throws InterruptedException {
    Modem front = start(profile, carriers);
    await(ModemHealth::maySend, "registered"); // on a noisy line it may have a trouble as well
    return front;
  }

  Modem start(Profile profile, Carriers carriers) {
    Modem front =
        Modem.start(setup(profile, carriers), new Queued(), told::add, InstantSource.system());
    driver = Optional.of(front);
    return front;
  }

  final class Queued implements Arrivals {
    @Override
    public void message(String modem, String hex, Instant seen) {
      if (refusals.getAndDecrement() > 0) {
        throw new IllegalStateException("no room");
      }
      messages.add(hex);
    }

    @Override
    public void report(String modem, Optional<String> sim, String hex, Instant seen) {
      reports.add(hex);
      sims.add(sim.orElse(""));
    }

    @Override
    public void call(String modem, Optional<String> caller, Instant seen) {
      calls.add(caller.orElse("withheld"));
    }

    @Override
    public boolean answersCalls() {
      return answersCalls;
    }
  }

  static Pdu text(String words) {
    Segments segments = Segments.of(words);
    return new Pdu(
        Optional.empty(),
        new SubmitTpdu(
            0,
            Address.of(PATIENT),
            0,
            segments.coding(),
            Optional.empty(),
            false,
            true,
            false,
            segments.userData(1, 7)));
  }

  static String wordsOf(String hex) {
    DeliverTpdu deliver = (DeliverTpdu) Pdu.read(hex, Pdu.Way.TO_MOBILE).tpdu();
    return deliver.userData().text(deliver.coding());
  }

  static int accepted(CompletableFuture<SendOutcome> future) throws Exception {
    return ((SendOutcome.Accepted) outcome(future)).messageReference();
  }

  static SendOutcome outcome(CompletableFuture<SendOutcome> future) throws Exception {
    return future.get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  static String take(BlockingQueue<String> queue) throws InterruptedException {
    String hex = queue.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    if (hex == null) {
      throw new AssertionError("nothing arrived");
    }
    return hex;
  }

  ModemHealth await(State state) throws InterruptedException {
    return awaitWithin(state, LONG);
  }

  /// @param longest how long the modem may take to say anything new
  ModemHealth awaitWithin(State state, Duration longest) throws InterruptedException {
    return awaitWithin(health -> health.state() == state, state.name(), longest);
  }

  private ModemHealth await(Predicate<ModemHealth> wanted, String what)
      throws InterruptedException {
    return awaitWithin(wanted, what, LONG);
  }

  private ModemHealth awaitWithin(Predicate<ModemHealth> wanted, String what, Duration longest)
      throws InterruptedException {
    ModemHealth health = told.poll(longest.toSeconds(), TimeUnit.SECONDS);
    while (health != null && !wanted.test(health)) {
      health = told.poll(longest.toSeconds(), TimeUnit.SECONDS);
    }
    if (health == null) {
      throw new AssertionError("the modem was never " + what);
    }
    return health;
  }

  void awaitTrouble(Trouble.Kind kind) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(60);
    while (Instant.now().isBefore(deadline)) {
      ModemHealth health = told.poll(1, TimeUnit.SECONDS);
      if (health != null && health.trouble().filter(t -> t.kind() == kind).isPresent()) {
        return;
      }
    }
    throw new AssertionError("the modem never said " + kind);
  }
}

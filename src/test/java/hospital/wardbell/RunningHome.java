package hospital.wardbell;

import hospital.wardbell.Boot.ModemLine;
import hospital.wardbell.Boot.UnlockBy;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.control.ControlClient;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.modem.Receiving;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import hospital.wardbell.vault.Keyring;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The whole product in this process, on a home of its own that goes with it: database, keys, TLS,
/// service, and a practice modem on a pseudo-terminal. Ports are free ones.
public final class RunningHome implements AutoCloseable {
  public static final String PASSPHRASE = "correct horse battery staple";
  private static final InetSocketAddress ANY_PORT =
      InetSocketAddress.createUnresolved("127.0.0.1", 0);

  private final Path directory;
  private final VirtualModem modem;
  private final Boot boot;
  private final Map<String, Account> accounts;
  private final Service service;

  private RunningHome(
      Path directory,
      VirtualModem modem,
      boolean sealed,
      InstantSource clock,
      Consumer<Furnishing> furnish)
      throws IOException {
    this.directory = directory;
    this.modem = modem;
    Path passphrase = Files.writeString(directory.resolve("passphrase"), PASSPHRASE);
    UnlockBy byFile = new UnlockBy.PassphraseFile(passphrase);
    this.boot = boot(sealed ? new UnlockBy.Hand() : byFile);
    this.accounts = furnished(furnish);
    this.service = Service.start(boot, Optional.empty(), clock);
  }

  /// A home that is open and whose modem is on the network or soon will be.
  ///
  /// @param people who is at the other end of the network
  /// @param furnish puts in staff, patients and their texts before the service starts
  public static RunningHome start(Timing timing, People people, Consumer<Furnishing> furnish)
      throws IOException {
    return start(timing, people, InstantSource.system(), furnish);
  }

  /// The same, by a clock that the test may put forward.
  static RunningHome start(
      Timing timing, People people, InstantSource clock, Consumer<Furnishing> furnish)
      throws IOException {
    return start(timing, people, false, clock, furnish);
  }

  /// A home that nobody has unlocked yet.
  public static RunningHome sealed(Consumer<Furnishing> furnish) throws IOException {
    return start(Timing.none(), People.silent(), true, InstantSource.system(), furnish);
  }

  private static RunningHome start(
      Timing timing,
      People people,
      boolean sealed,
      InstantSource clock,
      Consumer<Furnishing> furnish)
      throws IOException {
    Path directory = Files.createTempDirectory("wardbell-home");
    ModemOptions options = ModemOptions.of(timing).linked(directory.resolve("modem"));
    VirtualModem modem = VirtualModem.start(options, people, Journal.inMemory());
    try {
      return new RunningHome(directory, modem, sealed, clock, furnish);
    } catch (IOException | RuntimeException e) {
      modem.close();
      throw e;
    }
  }

  private Boot boot(UnlockBy unlock) {
    ModemLine line =
        new ModemLine(
            "practice",
            directory.resolve("modem").toString(),
            Optional.empty(),
            Optional.of(Duration.ofSeconds(6)),
            Receiving.STORED,
            Optional.empty());
    return new Boot(
        directory.resolve("home"),
        ANY_PORT,
        List.of("localhost", "127.0.0.1"),
        ANY_PORT,
        unlock,
        List.of(line),
        Optional.empty(),
        true);
  }

  private Map<String, Account> furnished(Consumer<Furnishing> furnish) {
    var _ = Setup.run(boot, Unlocking.typed(PASSPHRASE), Map.of(), InstantSource.system());
    Home home = new Home(boot.home());
    SettableClock clock = new SettableClock(Instant.now());
    Keyring keyring = Keyring.open(home.keyring(), Unlocking.typed(PASSPHRASE));
    try (Wiring wiring = Wiring.build(home, keyring, clock)) {
      Furnishing furnishing = new Furnishing(wiring, clock);
      furnish.accept(furnishing);
      return furnishing.accounts();
    }
  }

  /// The console's address, with a `/` at its end.
  public String address() {
    return service.address();
  }

  /// The directory of everything that lasts.
  public Path directory() {
    return boot.home();
  }

  public VirtualModem modem() {
    return modem;
  }

  /// Somebody texts the hospital.
  public void text(PhoneNumber from, String text) {
    modem.text(from, text);
  }

  /// The account of this login, which [Furnishing] made.
  public Account account(String login) {
    return Optional.ofNullable(accounts.get(login)).orElseThrow();
  }

  /// Asks as the command line does, through the socket.
  public JsonObject ask(JsonObject request) {
    return new ControlClient(new Home(boot.home()).socket()).ask(request);
  }

  /// Opens a sealed home, as `wardbell unlock` does.
  public JsonObject unlock() {
    return ask(new JsonObject().put("command", "unlock").put("passphrase", PASSPHRASE));
  }

  @Override
  public void close() throws IOException {
    service.close();
    modem.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

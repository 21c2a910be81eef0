package hospital.wardbell;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.control.ControlClient;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.modem.Receiving;
import hospital.wardbell.vault.Keyring;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A trial home in a directory of its own, with its boot file: what the real program is run on.
///
/// Closed, it ends whatever service still runs in it.
final class TrialHome implements AutoCloseable {
  static final String PASSPHRASE = "seven purple wagons at dawn";

  private final Path directory;
  private final int consolePort = freePort();
  private final int managementPort = freePort();
  private final List<Process> services = new ArrayList<>();

  private TrialHome(Path directory) throws IOException {
    this.directory = directory;
  }

  /// With a boot file that opens it by itself and expects a modem at [#modem]; not set up yet.
  static TrialHome in(Path directory) throws IOException {
    TrialHome home = new TrialHome(directory);
    Files.writeString(directory.resolve("passphrase"), PASSPHRASE + "\n");
    return home.receiving(Receiving.STORED);
  }

  /// Expects texts from its modem in this way.
  TrialHome receiving(Receiving how) throws IOException {
    boot(
        "unlock: {passphrase-file: passphrase}",
        "modems: [{name: practice, line: modem, receive: %s}]"
            .formatted(how.name().toLowerCase(Locale.ROOT)),
        "trial: true");
    return this;
  }

  /// Writes the boot file anew, with these lines under the addresses.
  void boot(String... lines) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "home: home",
                "console: {listen: '127.0.0.1:%d'}".formatted(consolePort),
                "management: {listen: '127.0.0.1:%d'}".formatted(managementPort)));
    all.addAll(List.of(lines));
    Files.write(config(), all);
  }

  TrialHome setUp() throws IOException, InterruptedException {
    Outcome outcome = run("setup", "--hospital", "Practice Hospital");
    if (outcome.exit() != 0) {
      throw new IllegalStateException("set-up failed: " + outcome.err());
    }
    return this;
  }

  /// Starts `serve` and does not wait.
  Process serve(Program program, Path out, Path journal) throws IOException {
    Process service = program.start(out, journal, arguments("serve"));
    services.add(service);
    return service;
  }

  /// Runs a subcommand on this home.
  Outcome run(String... words) throws IOException, InterruptedException {
    return runWith("", words);
  }

  Outcome runWith(String input, String... words) throws IOException, InterruptedException {
    return program().run(input, arguments(words));
  }

  Program program() {
    return Program.in(directory);
  }

  /// `words` and the option that names this home.
  String[] arguments(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--config", config().toString()));
    return all.toArray(String[]::new);
  }

  Path directory() {
    return directory;
  }

  Path config() {
    return directory.resolve("wardbell.yaml");
  }

  /// Where the modem's device is linked to.
  Path modem() {
    return directory.resolve("modem");
  }

  int consolePort() {
    return consolePort;
  }

  int managementPort() {
    return managementPort;
  }

  Home home() {
    return new Home(directory.resolve("home"));
  }

  ControlClient control() {
    return new ControlClient(home().socket());
  }

  JsonObject ask(String command, JsonObject request) {
    return control().ask(request.put("command", command));
  }

  /// The home in this process, while no service runs in it.
  Wiring open() {
    return Wiring.build(
        home(),
        Keyring.open(home().keyring(), Unlocking.typed(PASSPHRASE)),
        InstantSource.system());
  }

  @Override
  public void close() {
    services.forEach(service -> service.toHandle().destroyForcibly());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

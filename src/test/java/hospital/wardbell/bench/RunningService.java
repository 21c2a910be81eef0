package hospital.wardbell.bench;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.control.ControlClient;
import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The service in a process of its own.
final class RunningService implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final long TICKS_PER_SECOND = 100; // sysconf(_SC_CLK_TCK), 100 on every Linux
  private static final int UTIME = 11; // counted behind the name's closing bracket

  private final Process process;
  private final ControlClient control;
  private final Duration started;

  private RunningService(Process process, ControlClient control, Duration started) {
    this.process = process;
    this.control = control;
    this.started = started;
  }

  /// Starts it and waits until it serves pages.
  static RunningService start(Program program, BenchHome home)
      throws IOException, InterruptedException {
    Door door = new Door(home);
    long begun = System.nanoTime();
    Process process = program.start(home.log(), "serve", "--config", home.config().toString());
    // A service that outlives a bench which was broken off would take others' modems for its own.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
    try {
      Patience.await(
          PATIENCE, LOOK, "the service", () -> alive(process, home) && door.servesPages());
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
    Duration started = Duration.ofNanos(System.nanoTime() - begun);
    return new RunningService(process, new ControlClient(home.socket()), started);
  }

  private static boolean alive(Process process, BenchHome home) {
    if (!process.isAlive()) {
      throw new IllegalStateException("the service ended; " + home.log() + " says why");
    }
    return true;
  }

  /// From its execution to its first page.
  Duration started() {
    return started;
  }

  JsonObject ask(String command, JsonObject request) {
    return control.ask(request.put("command", command));
  }

  void addPatient(String name, PhoneNumber number) {
    JsonObject _ =
        ask(
            "trial.patient",
            new JsonObject().put("name", name).put("number", number.e164()).put("language", "en"));
  }

  void text(PhoneNumber number, String text) {
    JsonObject _ =
        ask("trial.text", new JsonObject().put("number", number.e164()).put("text", text));
  }

  long queued() {
    return ask("status", new JsonObject()).object("queue").orElseThrow().number("queued");
  }

  /// What its modem at a line says of itself, such as `registered`.
  ///
  /// @param line counted from 0
  String modemState(int line) {
    return states().get(line);
  }

  /// How many of its modems are on the network.
  long registered() {
    return states().stream().filter(state -> state.equals("registered")).count();
  }

  private List<String> states() {
    return ask("status", new JsonObject()).objects("modems").stream()
        .map(modem -> modem.text("state"))
        .toList();
  }

  double residentMegabytes() throws IOException {
    return Files.readAllLines(proc("status")).stream()
        .filter(l -> l.startsWith("VmRSS"))
        .mapToDouble(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024.0)
        .findFirst()
        .orElseThrow();
  }

  /// Processor time so far.
  double processorSeconds() throws IOException {
    String stat = Files.readString(proc("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1]))
        / (double) TICKS_PER_SECOND;
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(process.pid()), file);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

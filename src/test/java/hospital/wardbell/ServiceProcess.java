package hospital.wardbell;

import hospital.wardbell.control.Refusal;
import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The real service in a process of its own, which may be killed.
final class ServiceProcess implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(60);
  private static final int SIGTERM = 128 + 15;
  private static final int SIGKILL = 128 + 9;

  private final TrialHome home;
  private final Process process;

  private ServiceProcess(TrialHome home, Process process) {
    this.home = home;
    this.process = process;
  }

  /// Starts it and does not wait.
  static ServiceProcess launch(TrialHome home, Program program) throws IOException {
    return new ServiceProcess(home, home.serve(program, out(home), journal(home)));
  }

  /// Starts it and waits until it listens.
  static ServiceProcess start(TrialHome home) throws Exception {
    return start(home, home.program());
  }

  static ServiceProcess start(TrialHome home, Program program) throws Exception {
    ServiceProcess service = launch(home, program);
    service.awaitListening();
    return service;
  }

  /// Until it answers on its socket, be it sealed or open.
  ServiceProcess awaitListening() throws Exception {
    await("the service listens", () -> status().has("sealed"));
    return this;
  }

  /// Until the console is open.
  ServiceProcess awaitOpen() throws Exception {
    await("the service is open", () -> !status().flag("sealed"));
    return this;
  }

  private void await(String what, BooleanSupplier asked) throws Exception {
    Until.so(
        what,
        READY,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("the service ended: " + journal());
          }
          return Files.exists(home.home().socket()) && answersWith(asked);
        });
  }

  private static boolean answersWith(BooleanSupplier asked) {
    try {
      return asked.getAsBoolean();
    } catch (Refusal _) {
      return false;
    }
  }

  /// Until its modem is on the network.
  ServiceProcess awaitModem() throws Exception {
    Until.so("the modem is on the network", READY, this::modemMaySend);
    return this;
  }

  private boolean modemMaySend() {
    return status().objects("modems").stream().limit(1).anyMatch(m -> m.flag("may_send"));
  }

  /// Its first modem's state, empty while it is sealed.
  String modemState() {
    return status().objects("modems").stream()
        .map(modem -> modem.text("state"))
        .findFirst()
        .orElse("");
  }

  JsonObject status() {
    return home.ask("status", new JsonObject());
  }

  /// A page of the management listener.
  HttpResponse<String> managed(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:%d%s".formatted(home.managementPort(), path)))
              .timeout(Duration.ofSeconds(20))
              .build(),
          BodyHandlers.ofString());
    }
  }

  /// Ends it as a power cut would.
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    if (end() != SIGKILL) {
      throw new IllegalStateException("it had ended by itself");
    }
  }

  /// Asks it to end, as systemd does.
  ///
  /// @return its exit code
  int terminate() throws InterruptedException {
    process.toHandle().destroy();
    return end();
  }

  /// Its exit code, once it has ended.
  int end() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the service did not end");
    }
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /// All that this home's services have logged.
  String journal() throws IOException {
    return Files.readString(journal(home));
  }

  static Path journal(TrialHome home) {
    return home.directory().resolve("journal");
  }

  static Path out(TrialHome home) {
    return home.directory().resolve("out");
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      int exit = terminated();
      if (exit != SIGTERM && exit != 0) {
        throw new IllegalStateException("the service ended with " + exit);
      }
    }
  }

  private int terminated() {
    try {
      return terminate();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the service ended", e);
    }
  }
}

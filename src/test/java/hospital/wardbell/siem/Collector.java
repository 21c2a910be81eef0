package hospital.wardbell.siem;

import hospital.wardbell.Until;
import hospital.wardbell.base.Id;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.vault.tls.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A real rsyslog on a port of its own, which takes syslog over TLS and writes down what it made of
/// each message: one line, its fields divided by tabs.
final class Collector implements AutoCloseable {
  static final Path PROGRAM = Path.of("/usr/sbin/rsyslogd");

  private static final Duration STARTING = Duration.ofSeconds(20);

  /// What rsyslog read out of one message.
  record Read(
      String facility,
      String severity,
      String host,
      String app,
      String id,
      String data,
      String body) {
    static Read of(String line) {
      String[] fields = line.split("\t", 7);
      return new Read(
          fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6].strip());
    }
  }

  private final Path directory;
  private final Certificates certificates;
  private int port;
  private Process process;

  private Collector(Path directory, Certificates certificates) throws Exception {
    this.directory = directory;
    this.certificates = certificates;
    this.process = run();
    Path file = directory.resolve("port");
    Until.so(
        "rsyslog listens", STARTING, () -> Files.exists(file) && !Files.readString(file).isBlank());
    this.port = Integer.parseInt(Files.readString(file).strip());
  }

  static Collector start(Path directory) throws Exception {
    Files.createDirectories(directory);
    return new Collector(
        directory,
        Certificates.ensure(directory, List.of("localhost", "127.0.0.1"), InstantSource.system()));
  }

  private Process run() throws IOException {
    Path configuration = directory.resolve("rsyslog.conf");
    Files.writeString(
        configuration,
        """
        global(workDirectory="%1$s" defaultNetstreamDriver="ossl"
          defaultNetstreamDriverCAFile="%2$s" defaultNetstreamDriverCertFile="%3$s"
          defaultNetstreamDriverKeyFile="%4$s")
        module(load="imtcp" streamDriver.name="ossl" streamDriver.mode="1" streamDriver.authMode="anon")
        template(name="read" type="string" string="%%syslogfacility-text%%\\t%%syslogseverity-text%%\\t%%hostname%%\\t%%app-name%%\\t%%msgid%%\\t%%structured-data%%\\t%%msg%%\\n")
        ruleset(name="in") { action(type="omfile" file="%1$s/received" template="read") }
        input(type="imtcp" address="127.0.0.1" port="%5$d" listenPortFileName="%1$s/port" ruleset="in")
        """
            .formatted(
                directory,
                certificates.authority(),
                certificates.chain(),
                certificates.key(),
                port));
    return new ProcessBuilder(
            PROGRAM.toString(),
            "-n",
            "-f",
            configuration.toString(),
            "-i",
            directory.resolve("pid").toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("log").toFile())
        .start();
  }

  Target target(String name, Payload payload) throws IOException {
    return new Target(
        Id.random(), name, "localhost", port, payload, Files.readString(certificates.authority()));
  }

  int port() {
    return port;
  }

  /// Where it writes down what it gets.
  Path file() {
    return directory.resolve("received");
  }

  /// What has been received so far, in order.
  List<Read> received() throws IOException {
    Path file = file();
    return Files.exists(file)
        ? Files.readAllLines(file).stream().map(Read::of).toList()
        : List.of();
  }

  /// The numbers of the entries that have been received, which it got as JSON.
  List<Long> leaves() throws IOException {
    return received().stream().map(read -> JsonObject.parse(read.body()).number("leaf")).toList();
  }

  void kill() {
    try {
      process.destroyForcibly().onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("rsyslog does not end", e);
    }
  }

  /// Starts it again on the port it had.
  void again() throws IOException {
    process = run();
  }

  @Override
  public void close() {
    kill();
  }
}

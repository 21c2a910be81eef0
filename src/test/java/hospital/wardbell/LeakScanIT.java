package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.pdu.Segments;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks for every name, number and text of a conversation in all that the service leaves outside
/// its memory: its home, its temporary files, its journal at the highest level, its access log, its
/// metrics, backups, the exported record, its command line, its environment, its open files, and
/// what it leaves when it crashes.
class LeakScanIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CRASHED = 1;

  private final Confidences confidences = new Confidences();
  @TempDir private Path directory;
  private List<String> options = List.of();

  /// Those that `appliance/` gives, and two that have more written, to where it is searched.
  @BeforeEach
  void options() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    Path logging =
        Files.writeString(
            directory.resolve("logging.properties"),
            """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = ALL
            .level = INFO
            hospital.wardbell.level = ALL
            """);
    options = new ArrayList<>(ofTheAppliance());
    options.add("-Djava.io.tmpdir=" + temporary);
    options.add("-Djava.util.logging.config.file=" + logging);
    options.add("-XX:ErrorFile=" + temporary.resolve("hs_err.log"));
  }

  private static List<String> ofTheAppliance() throws Exception {
    Process shell = new ProcessBuilder("bash", "-c", ". appliance/env.sh; java_options").start();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    return printed.lines().toList();
  }

  private ServiceProcess start(TrialHome home) throws Exception {
    Program program = home.program().with(options.toArray(String[]::new));
    return ServiceProcess.start(home, program).awaitOpen().awaitModem();
  }

  private static VirtualModem modem(TrialHome home) throws Exception {
    ModemOptions options = ModemOptions.of(Timing.none()).linked(home.modem());
    return VirtualModem.start(options, People.silent(), Journal.inMemory());
  }

  @Test
  void nothing_of_a_conversation_is_in_anything_that_the_service_writes() throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp();
        VirtualModem modem = modem(home)) {
      ServiceProcess service = start(home);
      confidences.converse(home, modem);
      for (PhoneNumber number : Confidences.patients()) {
        PatientCopies.take(home, number);
      }
      Files.writeString(directory.resolve("metrics"), service.managed("/metrics").body());

      assertThat(service.journal())
          .contains("GET /api/v1/messages 200", "GET /inbox 200", "AT+CMGS");
      assertThat(home.ask("backup.run", new JsonObject()).text("backup")).endsWith(".wbk");
      assertThat(done(home, "audit", "export", directory.resolve("record.zip").toString()))
          .isNotEmpty();
      assertThat(hits(service)).isEmpty();
      assertThat(done(home, "key", "rotate", "kek")).isNotEmpty();
      assertThat(done(home, "key", "rotate", "database")).isNotEmpty();
      assertThat(hits(service)).isEmpty();
      service.kill();
      assertThat(confidences.hits(directory)).isEmpty();
      try (ServiceProcess again = ServiceProcess.start(home).awaitOpen()) {
        assertThat(again.isAlive()).isTrue();
      }
      assertThat(confidences.hits(directory)).isEmpty();
    }
  }

  private static String done(TrialHome home, String... words) throws Exception {
    Outcome outcome = home.run(words);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return outcome.out();
  }

  /// In all files, and in what the kernel tells of the process besides its memory.
  private List<String> hits(ServiceProcess service) throws IOException {
    List<String> hits = new ArrayList<>(confidences.hits(directory));
    Kernel kernel = new Kernel(service.pid());
    kernel.told().forEach((what, octets) -> hits.addAll(confidences.hits(what, octets)));
    return hits;
  }

  @Test
  void a_crash_leaves_neither_a_report_nor_a_dump() throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp();
        VirtualModem modem = modem(home)) {
      ServiceProcess service = start(home);
      confidences.converse(home, modem);
      assertThat(new Kernel(service.pid()).limit("Max core file size")).isEqualTo("1");
      signal(service, "QUIT"); // the JVM answers by listing its threads
      Until.so("the threads are listed", PATIENCE, () -> out(home).contains("Full thread dump"));

      signal(service, "SEGV");

      assertThat(service.end()).isEqualTo(CRASHED);
      assertThat(directory.resolve("tmp/hs_err.log")).doesNotExist();
      assertThat(dumps(service, Path.of(""))).isEmpty();
      assertThat(dumps(service, directory)).isEmpty();
      assertThat(confidences.hits(directory)).isEmpty();
    }
  }

  private static String out(TrialHome home) throws IOException {
    return Files.readString(ServiceProcess.out(home));
  }

  private static void signal(ServiceProcess service, String name) throws Exception {
    Process kill =
        new ProcessBuilder("kill", "-" + name, Long.toString(service.pid())).inheritIO().start();
    assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(kill.exitValue()).isZero();
  }

  private static List<Path> dumps(ServiceProcess service, Path where) throws IOException {
    try (var files = Files.list(where)) {
      return files
          .filter(file -> {
            String name = String.valueOf(file.getFileName());
            return name.equals("core") || name.contains(Long.toString(service.pid()));
          })
          .toList();
    }
  }

  @Test
  void the_scan_finds_whatever_is_put_before_it() throws Exception {
    for (Needle needle : confidences.needles()) {
      byte[] planted = surrounded(needle.octets());
      assertThat(confidences.hits("planted", planted)).as("%s", needle).isNotEmpty();
    }
    Path file = directory.resolve("planted");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("inside"));
      zip.write(confidences.needles().getFirst().octets());
    }
    assertThat(confidences.hits(directory)).isNotEmpty();
    Files.delete(file);
    assertThat(confidences.hits(directory)).isEmpty();
  }

  @Test
  void the_scan_finds_a_name_in_base_64_and_packed_wherever_it_begins() {
    for (String before : List.of("", "a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg")) {
      byte[] coded =
          Base64.getEncoder()
              .encode((before + "Vandersloot called").getBytes(StandardCharsets.UTF_8));
      byte[] packed = Segments.of(before + "Vandersloot called").userData(1, 0).octets();

      assertThat(confidences.hits("coded", coded)).as(before).isNotEmpty();
      assertThat(confidences.hits("packed", packed)).as(before).isNotEmpty();
    }
  }

  private static byte[] surrounded(byte[] octets) {
    ByteArrayOutputStream planted = new ByteArrayOutputStream();
    planted.write(0);
    planted.writeBytes(octets);
    planted.write(0);
    return planted.toByteArray();
  }
}

package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks for every name, number and text of a conversation in all that the service writes: its
/// home, its journal at the highest level, its access log and its metrics.
class LeakScanIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Names, numbers and what each of them writes.
  private static final Map<String, PhoneNumber> PATIENTS =
      new TreeMap<>(
          Map.of(
              "Ottoline Vandersloot", new PhoneNumber("+12025550147"),
              "Íñigo Peñalosa", new PhoneNumber("+12025550148")));

  private static final PhoneNumber STRANGER = new PhoneNumber("+12025550149");
  private static final String STAFF = "Philippa Quartermaine";

  private static final List<String> RECEIVED =
      List.of(
          "My biopsy hurts since yesterday, is that normal?",
          "¿Mañana también? Tengo náuseas ¡y fiebre!",
          "Přijdu zítra s dcerou 👍",
          "Stop");
  private static final List<String> SENT =
      List.of(
          "Your colonoscopy is on Tuesday at 10:30.",
          "Señora, la farmacia está abierta hasta las 21 h.",
          "Ваша запись подтверждена");

  @TempDir private Path directory;

  @Test
  void nothing_of_a_conversation_is_in_anything_that_the_service_writes() throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp();
        VirtualModem modem =
            VirtualModem.start(
                ModemOptions.of(Timing.none()).linked(home.modem()),
                People.silent(),
                Journal.inMemory())) {
      ServiceProcess service =
          ServiceProcess.start(home, home.program().with(loggingAll(), temporary()))
              .awaitOpen()
              .awaitModem();
      converse(home, modem, service);
      for (PhoneNumber number : PATIENTS.values()) {
        PatientCopies.take(home, number);
      }

      assertThat(service.journal())
          .contains("GET /api/v1/messages 200", "GET /inbox 200", "AT+CMGS");
      assertThat(home.ask("backup.run", new JsonObject()).text("backup")).endsWith(".wbk");
      assertThat(hits(directory)).isEmpty();
      service.kill();
      assertThat(hits(directory)).isEmpty();
      try (ServiceProcess again = ServiceProcess.start(home).awaitOpen()) {
        assertThat(again.isAlive()).isTrue();
      }
      assertThat(hits(directory)).isEmpty();
    }
  }

  @Test
  void the_scan_finds_whatever_is_put_before_it() throws Exception {
    for (Needle needle : needles()) {
      Path planted = Files.write(directory.resolve("planted"), surrounded(needle.octets()));

      assertThat(hits(directory)).as("%s", needle).isNotEmpty();
      Files.delete(planted);
    }
    assertThat(hits(directory)).isEmpty();
  }

  /// What is written aside is scanned too.
  private String temporary() throws IOException {
    return "-Djava.io.tmpdir=" + Files.createDirectory(directory.resolve("aside"));
  }

  private String loggingAll() throws IOException {
    Path logging =
        Files.writeString(
            directory.resolve("logging.properties"),
            """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = ALL
            .level = INFO
            hospital.wardbell.level = ALL
            """);
    return "-Djava.util.logging.config.file=" + logging;
  }

  private void converse(TrialHome home, VirtualModem modem, ServiceProcess service)
      throws Exception {
    PATIENTS.forEach((name, number) ->
        home.ask(
            "trial.patient",
            new JsonObject().put("name", name).put("number", number.e164()).put("language", "en")));
    try (ApiClient api = ApiClient.of(home);
        ConsoleClient console = ConsoleClient.of(home)) {
      console.signInAsLead("philippa", STAFF, InstantSource.system());
      for (String text : SENT) {
        for (PhoneNumber number : PATIENTS.values()) {
          assertThat(api.send(text.hashCode() + number.tail(), number.e164(), text).statusCode())
              .isEqualTo(202);
        }
      }
      for (String text : RECEIVED) {
        PATIENTS.values().forEach(number -> modem.text(number, text));
      }
      modem.text(STRANGER, RECEIVED.getFirst());
      Until.so(
          "all of it is shown",
          PATIENCE,
          () ->
              api.all("received").size() == RECEIVED.size() * PATIENTS.size() + 1
                  && api.all("sent").values().stream()
                      .allMatch(message -> message.text("state").equals("delivered")));
      assertThat(console.get("/inbox").body()).contains("Ottoline Vandersloot");
      for (JsonObject message : api.all("received").values()) {
        assertThat(console.get("/conversations/" + message.text("conversation")).statusCode())
            .isEqualTo(200);
      }
      assertThat(console.get("/no/such/Vandersloot").statusCode()).isEqualTo(404);
    }
    Files.writeString(directory.resolve("metrics"), service.managed("/metrics").body());
  }

  private static List<Needle> needles() {
    List<Needle> needles = new ArrayList<>();
    PATIENTS.forEach((name, number) -> {
      Stream.of(name.split(" ")).map(Needle::ofWord).forEach(needles::addAll);
      needles.addAll(Needle.ofNumber(number));
    });
    needles.addAll(Needle.ofNumber(STRANGER));
    Stream.of(STAFF.split(" ")).map(Needle::ofWord).forEach(needles::addAll);
    Stream.concat(RECEIVED.stream(), SENT.stream())
        .filter(text -> text.length() > "Stop".length())
        .map(Needle::ofText)
        .forEach(needles::addAll);
    return needles;
  }

  /// Which needle is in which file.
  private static List<String> hits(Path tree) throws IOException {
    List<Needle> needles = needles();
    List<String> hits = new ArrayList<>();
    for (Path file : filesIn(tree)) {
      byte[] content = contentOf(file);
      needles.stream()
          .filter(needle -> needle.isIn(content))
          .forEach(needle -> hits.add(tree.relativize(file) + ": " + needle));
    }
    return hits;
  }

  private static List<Path> filesIn(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /// Nothing if the database has just removed it.
  private static byte[] contentOf(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      return new byte[0];
    }
  }

  private static byte[] surrounded(byte[] octets) {
    byte[] planted = new byte[octets.length + 2];
    System.arraycopy(octets, 0, planted, 1, octets.length);
    return planted;
  }
}

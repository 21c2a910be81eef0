package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fills up: a small one of its own, where this user may mount one.
class DiskIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MEGABYTE = 1 << 20;
  private static final String PATIENT = Traffic.PATIENTS.getFirst().e164();

  @TempDir private Path directory;
  private SmallDisk disk;

  @BeforeEach
  void mount() throws Exception {
    disk = SmallDisk.mount(directory.resolve("home"), 160);
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void a_filling_disk_stops_sending_first_and_receiving_last_and_nothing_is_lost()
      throws Exception {
    Journal journal = Journal.inMemory();
    try (TrialHome home = TrialHome.in(directory).setUp();
        VirtualModem modem =
            VirtualModem.start(
                ModemOptions.of(Timing.none()).linked(home.modem()), People.silent(), journal);
        ServiceProcess service = ServiceProcess.start(home).awaitOpen().awaitModem();
        ApiClient api = ApiClient.of(home)) {
      home.ask(
          "trial.patient",
          new JsonObject().put("name", "Practice").put("number", PATIENT).put("language", "en"));

      disk.fill(50 * MEGABYTE);
      sendingStopsAndReceivingGoesOn(service, modem, api, journal);
      int texts = fillUntilNothingIsKept(service, modem);
      int accepted = 1 + sendUntilRefused(api);
      assertThat(service.isAlive()).isTrue();

      disk.empty();
      everythingGoesOn(texts, accepted, api, journal);
      assertThat(service.journal())
          .contains("The disk is full. Nothing was lost")
          .doesNotContain("\tat ");
    }
  }

  private static void sendingStopsAndReceivingGoesOn(
      ServiceProcess service, VirtualModem modem, ApiClient api, Journal journal) throws Exception {
    Until.so("it rests", PATIENCE, () -> service.modemState().equals("resting"));
    assertThat(service.status().objects("modems").getFirst().text("trouble"))
        .contains("the disk is nearly full", "Make room");
    assertThat(service.managed("/readyz").statusCode()).isEqualTo(503);

    assertThat(api.send("disk-1", PATIENT, "Later.").statusCode()).isEqualTo(202);
    modem.text(Traffic.PATIENTS.getFirst(), "text 0");
    Until.so("it is received", PATIENCE, () -> api.all("received").size() == 1);
    assertThat(journal.entries(JournalEntry.Submitted.class)).isEmpty();
  }

  /// Long enough for the database to shut itself down and to fail at starting again.
  ///
  /// @return how many texts were sent in
  private int fillUntilNothingIsKept(ServiceProcess service, VirtualModem modem) throws Exception {
    disk.fill(0);
    int[] texts = {1};
    Until.so(
        "texts stay on the modem",
        PATIENCE,
        () -> {
          modem.text(Traffic.PATIENTS.getFirst(), "text " + texts[0]++);
          return trouble(service).contains("wait on the modem");
        });
    for (int more = 0; more < 40; more++) {
      modem.text(Traffic.PATIENTS.getFirst(), "text " + texts[0]++);
      assertThat(trouble(service)).isNotEmpty();
      Until.rest(Duration.ofMillis(400));
    }
    return texts[0];
  }

  /// The engine frees some room whenever it starts again. What is taken then is kept, and must go
  /// out later, once.
  ///
  /// @return how many were taken before one was refused
  private int sendUntilRefused(ApiClient api) throws Exception {
    int[] taken = {0};
    Until.so(
        "a text is refused",
        PATIENCE,
        () -> {
          disk.fill(0);
          int status = api.send("disk-full-" + taken[0], PATIENT, "Much later.").statusCode();
          assertThat(status).isIn(202, 503);
          taken[0] += status == 202 ? 1 : 0;
          return status == 503;
        });
    return taken[0];
  }

  private static String trouble(ServiceProcess service) {
    return service.status().objects("modems").getFirst().maybeText("trouble").orElse("");
  }

  private static void everythingGoesOn(int texts, int accepted, ApiClient api, Journal journal)
      throws Exception {
    Until.so(
        "everything is received",
        PATIENCE,
        () -> {
          try {
            return api.all("received").size() >= texts;
          } catch (IOException _) {
            return false; // the database comes back with the room
          }
        });
    Map<String, Integer> counts = new TreeMap<>();
    api.all("received").values().forEach(m -> counts.merge(m.text("text"), 1, Integer::sum));
    assertThat(counts).hasSize(texts);
    assertThat(counts.values()).containsOnly(1);
    Until.so(
        "what waited is sent",
        PATIENCE,
        () ->
            api.all("sent").values().stream()
                .allMatch(message -> message.text("state").equals("delivered")));
    assertThat(api.all("sent")).hasSize(accepted);
    assertThat(journal.entries(JournalEntry.Submitted.class)).hasSize(accepted);
  }
}

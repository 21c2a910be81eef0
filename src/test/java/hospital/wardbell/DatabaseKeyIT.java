package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Another key for the database of a service that runs.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DatabaseKeyIT {
  private static final int KILLS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  private static List<String> databaseKeys(TrialHome home) {
    return home.ask("key.status", new JsonObject()).objects("keys").stream()
        .filter(key -> key.text("purpose").equals("database"))
        .filter(key -> key.maybeText("former_since").isEmpty())
        .map(key -> key.text("fingerprint"))
        .toList();
  }

  @Test
  void in_a_pause_after_which_texts_go_on_being_received() throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp();
        VirtualModem modem =
            VirtualModem.start(
                ModemOptions.of(Timing.none()).linked(home.modem()),
                People.silent(),
                Journal.inMemory());
        ServiceProcess service = ServiceProcess.start(home).awaitOpen().awaitModem()) {
      List<String> before = databaseKeys(home);
      modem.text(Traffic.PATIENTS.getFirst(), "Before the pause");

      assertThat(home.run("key", "rotate", "database").exit()).isZero();

      assertThat(databaseKeys(home)).hasSize(1).doesNotContainAnyElementsOf(before);
      service.awaitModem();
      modem.text(Traffic.PATIENTS.getFirst(), "After the pause");
      try (ApiClient api = ApiClient.of(home)) {
        Until.so(
            "both texts are shown",
            PATIENCE,
            () ->
                api.all("received").values().stream()
                    .map(message -> message.text("text"))
                    .toList()
                    .containsAll(List.of("Before the pause", "After the pause")));
      }
    }
  }

  @Test
  void killed_in_the_middle_the_next_start_goes_on_with_it() throws Exception {
    Random random = new Random(4);
    try (TrialHome home = TrialHome.in(directory).setUp()) {
      ServiceProcess service = ServiceProcess.start(home).awaitOpen();
      List<String> first = databaseKeys(home);
      for (int kill = 0; kill < KILLS; kill++) {
        Process rotation =
            home.program()
                .start(
                    directory.resolve("out"),
                    directory.resolve("err"),
                    home.arguments("key", "rotate", "database"));
        boolean _ = rotation.waitFor(1_000 + random.nextInt(3_000), TimeUnit.MILLISECONDS);
        service.kill();
        assertThat(rotation.waitFor(60, TimeUnit.SECONDS)).isTrue();
        service = ServiceProcess.start(home).awaitOpen();
        assertThat(databaseKeys(home)).hasSize(1);
      }
      assertThat(home.run("key", "rotate", "database").exit()).isZero();
      assertThat(databaseKeys(home)).hasSize(1).doesNotContainAnyElementsOf(first);
      service.close();
    }
  }
}

package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service that a person must unlock.
class LockedIT {
  @TempDir private Path directory;

  @Test
  void a_locked_service_says_so_counts_wrong_passphrases_and_opens_with_the_right_one()
      throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp();
        VirtualModem modem =
            VirtualModem.start(
                ModemOptions.of(Timing.none()).linked(home.modem()),
                People.silent(),
                Journal.inMemory())) {
      home.boot("modems: [{name: practice, line: modem}]", "trial: true");
      try (ServiceProcess service = ServiceProcess.start(home)) {
        modem.text(Traffic.PATIENTS.getFirst(), "Is anybody there?");
        assertIsLocked(home, service);

        assertRefused(home, "seven purple wagons at noon", 1);
        assertRefused(home, "", 2);
        assertThat(service.status().number("wrong_unlocks")).isEqualTo(2);
        assertIsLocked(home, service);

        assertThat(unlock(home, TrialHome.PASSPHRASE).exit()).isZero();
        assertThat(unlock(home, TrialHome.PASSPHRASE).exit()).isEqualTo(3);
        assertIsOpen(home, service.awaitModem());
      }
    }
  }

  private static void assertIsLocked(TrialHome home, ServiceProcess service) throws Exception {
    assertThat(service.managed("/healthz").statusCode()).isEqualTo(200);
    HttpResponse<String> ready = service.managed("/readyz");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).contains("sealed", "wardbell unlock");
    assertThat(service.managed("/metrics").body()).contains("wardbell_sealed 1");
    assertThat(home.run("status").out()).startsWith("Sealed: texts wait on the SIM.");
    try (ConsoleClient console = ConsoleClient.of(home)) {
      HttpResponse<String> page = console.get("/");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("Wardbell is locked");
      assertThat(console.get("/inbox").statusCode()).isEqualTo(503);
      assertThat(console.get("/api/v1/messages").statusCode()).isEqualTo(503);
    }
    assertThat(home.run("token", "list").exit()).isEqualTo(75);
  }

  private static void assertRefused(TrialHome home, String passphrase, int tries) throws Exception {
    Outcome refused = unlock(home, passphrase);

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .isEqualTo(
            "wardbell: That does not open the keyring. Nothing was changed; try again. Tries so far: %d.\n",
            tries);
  }

  private static void assertIsOpen(TrialHome home, ServiceProcess service) throws Exception {
    assertThat(service.managed("/readyz").statusCode()).isEqualTo(200);
    try (ApiClient api = ApiClient.of(home)) {
      Until.so(
          "the text that waited is shown",
          Duration.ofSeconds(20),
          () ->
              api.all("received").values().stream()
                  .anyMatch(message -> message.text("text").equals("Is anybody there?")));
    }
  }

  private static Outcome unlock(TrialHome home, String passphrase) throws Exception {
    return home.runWith(passphrase + "\n", "unlock", "--passphrase-file", "-");
  }
}

package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Actor;
import hospital.wardbell.inbox.Unreadable;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service whose modem is not there, comes, and brings nonsense.
class NoModemIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NONSENSE = "00040B912120550521F3";
  private static final int SIGTERM = 143;

  @TempDir private Path directory;

  @Test
  void texts_wait_for_the_modem_and_nonsense_is_kept_for_a_lead() throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp();
        Journal journal = Journal.inMemory()) {
      try (ServiceProcess service = ServiceProcess.start(home).awaitOpen();
          ApiClient api = ApiClient.of(home)) {
        String message = queued(home, api);
        assertSaysNoModem(home, service);

        ModemOptions options = ModemOptions.of(Timing.none()).linked(home.modem());
        try (VirtualModem modem = VirtualModem.start(options, People.silent(), journal)) {
          Until.so(
              "the text that waited is delivered",
              PATIENCE,
              () ->
                  Objects.requireNonNull(api.all("sent").get(message))
                      .text("state")
                      .equals("delivered"));
          assertThat(journal.entries(JournalEntry.Submitted.class)).hasSize(1);

          modem.deliver(NONSENSE);
          assertThat(journal.await(JournalEntry.Deleted.class, 1, _ -> true, PATIENCE)).hasSize(1);
          assertEndsQuickly(service);
        }
        assertThat(service.journal()).doesNotContain("\tat ").doesNotContain(NONSENSE);
      }
      assertThat(unreadable(home)).extracting(Unreadable::hex).containsExactly(NONSENSE);
    }
  }

  private static String queued(TrialHome home, ApiClient api) throws Exception {
    String patient = Traffic.PATIENTS.getFirst().e164();
    home.ask(
        "trial.patient",
        new JsonObject().put("name", "Practice").put("number", patient).put("language", "en"));
    String id = JsonObject.parse(api.send("wait-1", patient, "We are open.").body()).text("id");
    assertThat(Objects.requireNonNull(api.all("sent").get(id)).text("state")).isEqualTo("queued");
    return id;
  }

  private static void assertSaysNoModem(TrialHome home, ServiceProcess service) throws Exception {
    assertThat(service.managed("/healthz").statusCode()).isEqualTo(200);
    assertThat(service.managed("/readyz").body()).contains("no modem can send; texts wait");
    String status = home.run("status").out();
    assertThat(status).contains("Modem practice: absent. ", "Queue: 1 waiting");
    try (ConsoleClient console = ConsoleClient.of(home)) {
      console.signInAsLead("lead", "Practice Lead");
      assertThat(console.get("/inbox").body()).contains("No modem");
    }
  }

  private static void assertEndsQuickly(ServiceProcess service) throws Exception {
    long began = System.nanoTime();
    assertThat(service.terminate()).isIn(0, SIGTERM);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
  }

  private static List<Unreadable> unreadable(TrialHome home) {
    try (Wiring open = home.open()) {
      return open.inbox().unreadable(new Actor.Wardbell("test"), "test");
    }
  }
}

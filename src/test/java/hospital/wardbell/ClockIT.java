package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clock that jumps. The service runs in this process, on a clock that the test sets.
class ClockIT {
  private static final Duration JUMP = Duration.ofDays(3);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration WATCHED = Duration.ofSeconds(3);
  private static final String PATIENT = Traffic.PATIENTS.getFirst().e164();

  @TempDir private Path directory;

  @Test
  void a_jump_forward_and_back_ends_sessions_sends_nothing_twice_and_spins_nothing()
      throws Exception {
    SettableClock clock = new SettableClock(Instant.now());
    Journal journal = Journal.inMemory();
    try (TrialHome home = TrialHome.in(directory).setUp();
        VirtualModem modem =
            VirtualModem.start(
                ModemOptions.of(Timing.none()).linked(home.modem()), People.silent(), journal);
        Service _ = Service.start(BootReader.read(home.config()), Optional.empty(), clock)) {
      home.ask(
          "trial.patient",
          new JsonObject().put("name", "Practice").put("number", PATIENT).put("language", "en"));
      try (ApiClient api = ApiClient.of(home)) {
        delivered(api, "before");
        try (ConsoleClient console = signedIn(home, "first", clock)) {
          clock.pass(JUMP);
          assertIsSignedOut(console);
        }
        delivered(api, "while it is ahead");
        try (ConsoleClient console = signedIn(home, "second", clock)) {
          assertNothingSpins(journal);
          clock.pass(JUMP.negated());
          assertIsSignedOut(console);
        }
        delivered(api, "set right again");
        modem.text(Traffic.PATIENTS.getFirst(), "Still there?");
        Until.so("it is received", PATIENCE, () -> api.all("received").size() == 1);
        assertNothingSpins(journal);
      }
    }
    assertThat(journal.entries(JournalEntry.Submitted.class))
        .extracting(JournalEntry.Submitted::text)
        .containsExactly("before", "while it is ahead", "set right again");
  }

  private static void delivered(ApiClient api, String text) throws Exception {
    String id =
        JsonObject.parse(api.send(Integer.toString(text.hashCode()), PATIENT, text).body())
            .text("id");
    Until.so(text + " is delivered", PATIENCE, () -> api.state(id).equals("delivered"));
  }

  private static ConsoleClient signedIn(TrialHome home, String login, InstantSource clock)
      throws Exception {
    ConsoleClient console = ConsoleClient.of(home);
    console.signInAsLead(login, "Practice Lead", clock);
    assertThat(console.get("/inbox").statusCode()).isEqualTo(200);
    return console;
  }

  private static void assertIsSignedOut(ConsoleClient console) throws Exception {
    assertThat(console.get("/inbox").statusCode()).isEqualTo(303);
  }

  /// A loop that spins takes a core, or asks the modem without end.
  private static void assertNothingSpins(Journal journal) throws Exception {
    long commands = journal.commands();
    Duration busy = processorTime();
    Until.rest(WATCHED);

    assertThat(processorTime().minus(busy)).isLessThan(WATCHED.dividedBy(2));
    assertThat(journal.commands() - commands).isLessThan(30);
  }

  private static Duration processorTime() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean own
        ? Duration.ofNanos(own.getProcessCpuTime())
        : Duration.ZERO;
  }
}

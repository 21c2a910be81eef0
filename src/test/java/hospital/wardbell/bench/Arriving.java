package hospital.wardbell.bench;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry.Announced;
import hospital.wardbell.practice.JournalEntry.Arrived;
import hospital.wardbell.practice.JournalEntry.Deleted;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From `+CMTI` on the wire to the text being safe, and to a nurse seeing it.
///
/// The service deletes a text from the modem only once it is committed, so the arrival of its
/// `AT+CMGD` is the latest moment at which the commit can have been.
final class Arriving {
  private static final PhoneNumber PATIENT = Sending.PATIENTS.getFirst();
  private static final String NAME = "Bench Patient 000";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration BETWEEN = Duration.ofMillis(250);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Timing TIMING = Timing.likeHardware(Duration.ZERO);
  private static final String SETTINGS = "5 ms a command, 115200 baud, idle";
  private static final int WARM_UP = 5;

  private final Report report;
  private final RunningService service;
  private final BenchHome home;
  private final List<Double> committed = new ArrayList<>();
  private final List<Double> visible = new ArrayList<>();

  Arriving(Report report, RunningService service, BenchHome home) {
    this.report = report;
    this.service = service;
    this.home = home;
  }

  void measure(int texts) throws IOException, InterruptedException {
    report.heading("Arriving: from +CMTI on the wire");
    Journal journal = Journal.inMemory();
    ModemOptions options = ModemOptions.of(TIMING).linked(home.modem(0));
    try (VirtualModem modem = VirtualModem.start(options, People.silent(), journal)) {
      Door door = new Door(home);
      Patience.await(PATIENCE, LOOK, "the modem", door::canText);
      Patience.pass(Duration.ofSeconds(1)); // the look through the stores
      modem.text(PATIENT, "First words");
      try (Watcher watcher = watcher()) {
        for (int i = 0; i < texts + WARM_UP; i++) {
          one(modem, "Question %03d: may I come later?".formatted(i), i >= WARM_UP, watcher);
        }
      }
    }
    write();
  }

  /// A browser, where there is one.
  private interface Watcher extends AutoCloseable {
    Optional<Instant> shown(String text) throws InterruptedException;

    @Override
    void close();
  }

  private Watcher watcher() {
    if (!Screen.isThere()) {
      report.note("Chromium is not installed, so what a browser shows is not measured");
      return new Watcher() {
        @Override
        public Optional<Instant> shown(String text) {
          return Optional.empty();
        }

        @Override
        public void close() {}
      };
    }
    JsonObject account =
        service.ask(
            "user.add",
            new JsonObject()
                .put("login", "bench")
                .put("name", "Bench Nurse")
                .put("roles", List.of("nurse")));
    Screen screen = Screen.open(home.consoleAddress(), account, NAME);
    return new Watcher() {
      @Override
      public Optional<Instant> shown(String text) throws InterruptedException {
        Patience.await(
            PATIENCE, LOOK, "the text on the screen", () -> screen.shown(text).isPresent());
        return screen.shown(text);
      }

      @Override
      public void close() {
        screen.close();
      }
    };
  }

  private void one(VirtualModem modem, String text, boolean counts, Watcher watcher)
      throws InterruptedException {
    Journal journal = modem.journal();
    modem.text(PATIENT, text);
    String fingerprint =
        journal
            .await(Arrived.class, 1, a -> a.text().equals(text), PATIENCE)
            .getFirst()
            .fingerprint();
    Deleted deleted =
        journal
            .await(Deleted.class, 1, d -> d.fingerprint().equals(fingerprint), PATIENCE)
            .getFirst();
    Instant announced =
        journal.entries(Announced.class).stream()
            .filter(a -> a.fingerprint().equals(fingerprint))
            .findFirst()
            .orElseThrow()
            .at();
    Optional<Instant> shown = watcher.shown(text);
    if (counts) {
      Instant commandCame = deleted.at().minus(TIMING.command());
      committed.add(milliseconds(announced, commandCame));
      shown.ifPresent(at -> visible.add(milliseconds(announced, at)));
    }
    Patience.pass(BETWEEN);
  }

  private static double milliseconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }

  private void write() {
    Sample safe = sample(committed);
    report.add(
        Figure.of("+CMTI to committed, at most, median", SETTINGS, safe.median(), "ms").within(30));
    report.add(Figure.of("+CMTI to committed, at most, 90 %", SETTINGS, safe.percentile(90), "ms"));
    if (!visible.isEmpty()) {
      Sample seen = sample(visible);
      report.add(
          Figure.of("+CMTI to visible in Chromium, median", SETTINGS, seen.median(), "ms")
              .within(250));
      report.add(
          Figure.of("+CMTI to visible in Chromium, 90 %", SETTINGS, seen.percentile(90), "ms"));
    }
  }

  private static Sample sample(List<Double> values) {
    return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

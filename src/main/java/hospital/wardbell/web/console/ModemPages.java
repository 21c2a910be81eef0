package hospital.wardbell.web.console;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.fleet.Course;
import hospital.wardbell.fleet.Fleet;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.outbox.Rounds;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The modems one by one: how each is, how it fared, and taking one out of sending.
record ModemPages(
    Fleet fleet,
    Rounds rounds,
    Supplier<List<ModemHealth>> modems,
    Audit audit,
    Shells shells,
    Views views,
    InstantSource clock)
    implements Console.Mounted {

  @Override
  public void mount(Routes routes) {
    routes.get("/modems", Permission.SEE_SYSTEM, this::all);
    routes.get("/modems/:name", Permission.SEE_SYSTEM, this::one);
    routes.post("/modems/:name/test", Permission.RUN_SYSTEM, this::test);
    routes.post("/modems/:name/drain", Permission.RUN_SYSTEM, this::drain);
    routes.post("/modems/:name/resume", Permission.RUN_SYSTEM, this::resume);
  }

  private Reply all(Request request) {
    audit.record(Entry.of(request.actor(), "system.read").from(request.origin()));
    return views.page(
        200,
        request.fragment() ? "modems" : "modems-page",
        Map.of("shell", shells.of(request, "modems")));
  }

  private Reply one(Request request) {
    ModemHealth modem = named(request);
    audit.record(Entry.of(request.actor(), "system.read").from(request.origin()));
    Span span = Span.of(request.query().getOrDefault("days", ""));
    Instant now = clock.instant();
    Instant from = now.minus(span.length());
    Shell shell = shells.of(request, "modems");
    return views.page(
        200,
        "modem",
        Map.of(
            "shell",
            shell,
            "modem",
            modem,
            "drained",
            fleet.isDrained(modem.name()),
            "test",
            rounds.selfTest(modem.name()),
            "story",
            new ModemStory(shell, span, new Course(from, now, fleet.since(modem.name(), from)))));
  }

  private Reply test(Request request) {
    String name = named(request).name();
    audit.record(Entry.of(request.actor(), "modem.test").from(request.origin()).because(name));
    boolean _ = rounds.testSoon(name);
    return back(name);
  }

  private Reply drain(Request request) {
    String name = named(request).name();
    boolean _ = fleet.drain(name, request.actor(), request.origin());
    return back(name);
  }

  private Reply resume(Request request) {
    String name = named(request).name();
    boolean _ = fleet.resume(name, request.actor(), request.origin());
    return back(name);
  }

  private static Reply back(String name) {
    return new Reply.SeeOther("/modems/" + name);
  }

  private ModemHealth named(Request request) {
    String name = request.path().getOrDefault("name", "");
    return modems.get().stream()
        .filter(modem -> modem.name().equals(name))
        .findFirst()
        .orElseThrow(NoSuchPage::new);
  }

  /// How far back a page looks, and how long a row of its table is.
  enum Span {
    DAY(1, Duration.ofHours(1)),
    WEEK(7, Duration.ofHours(6)),
    MONTH(30, Duration.ofDays(1));

    private final int days;
    private final Duration row;

    Span(int days, Duration row) {
      this.days = days;
      this.row = row;
    }

    /// The one of this number of days; of another, the day.
    static Span of(String days) {
      return switch (days) {
        case "7" -> WEEK;
        case "30" -> MONTH;
        default -> DAY;
      };
    }

    int days() {
      return days;
    }

    Duration length() {
      return Duration.ofDays(days);
    }

    Duration row() {
      return row;
    }
  }
}

package hospital.wardbell.web.console;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Export;
import hospital.wardbell.base.Pause;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.StepUp;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The record, or the days of it that are asked for, as a file that can be checked elsewhere; for
/// the privacy officer who has just shown again who they are. That it was made is an entry, before
/// the file goes out.
record AuditExportPages(
    Evidence evidence,
    Audit audit,
    StepUp stepUp,
    Supplier<ZoneId> zone,
    Shells shells,
    Views views)
    implements Console.Mounted {
  private static final String PATH = "/audit/export";
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final int TRIES = 50;

  /// The log of this home.
  private record Own(Evidence evidence) implements Export.Log {
    @Override
    public byte[] tile(int height, long place) {
      return evidence.tile(height, place).orElseGet(() -> new byte[0]);
    }

    @Override
    public List<String> entries(long from, int most) {
      return evidence.entries(from, most);
    }
  }

  @Override
  public void mount(Routes routes) {
    routes.get(
        PATH,
        Permission.READ_AUDIT,
        StepUpPages.proven(stepUp, PATH, request -> page(request, 200, "")));
    routes.get(PATH + "/file", Permission.READ_AUDIT, StepUpPages.proven(stepUp, PATH, this::file));
  }

  private Reply page(Request request, int status, String problem) {
    return views.page(
        status,
        "audit-export",
        Map.of(
            "shell",
            shells.of(request, "audit"),
            "query",
            request.query(),
            "key",
            evidence.key().written(),
            "problem",
            problem));
  }

  private Reply file(Request request) {
    long end = evidence.end();
    long from = day(request, "from").map(this::since).orElse(0L);
    long to = Math.min(end, day(request, "to").map(d -> since(d.plusDays(1))).orElse(end));
    Shell shell = shells.of(request, "audit");
    if (from >= to) {
      return page(request, 422, shell.say("audit.export.none"));
    }
    Optional<Export> signed = signed(to);
    if (signed.isEmpty()) {
      return page(request, 503, shell.say("audit.export.unsigned"));
    }
    Export export = signed.get();
    long behind = Math.min(to, export.entries());
    audit.record(
        Entry.of(request.actor(), "audit.export")
            .from(request.origin())
            .because(from + " until " + behind));
    return new Reply.Download(
        "wardbell-audit-%d-%d.zip".formatted(from, behind),
        "application/zip",
        out -> export.write(out, new Own(evidence), from, behind, _ -> {}));
  }

  private static Optional<LocalDate> day(Request request, String name) {
    try {
      return Optional.ofNullable(request.query().get(name))
          .filter(typed -> !typed.isEmpty())
          .map(LocalDate::parse);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private long since(LocalDate day) {
    return evidence.firstSince(day.atStartOfDay(zone.get()).toInstant());
  }

  /// By the newest checkpoint, waited for a while until it covers so many entries.
  private Optional<Export> signed(long entries) {
    Pause pause = Pause.real();
    Optional<Export> newest = Optional.empty();
    for (int i = 0; i < TRIES; i++) {
      List<String> all = evidence.checkpoints();
      if (!all.isEmpty()) {
        newest = Optional.of(new Export(evidence.key(), all));
        if (newest.get().entries() >= entries) {
          return newest;
        }
      }
      try {
        pause.await(BETWEEN);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return newest;
      }
    }
    return newest;
  }
}

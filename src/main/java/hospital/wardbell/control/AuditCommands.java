package hospital.wardbell.control;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.AuditFault;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Finding;
import hospital.wardbell.audit.Keeper;
import hospital.wardbell.audit.Progress;
import hospital.wardbell.audit.Proof;
import hospital.wardbell.audit.Report;
import hospital.wardbell.base.Actor;
import hospital.wardbell.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The record of every look and act, from the command line. Who wants to read entries says so
/// first, and that is an entry too.
public final class AuditCommands {
  private static final int MOST = 1_000;
  // As long as the largest export takes, and a following tail asks again before.
  private static final Duration LEAVE = Duration.ofHours(1);

  private final Keeper keeper;
  private final Evidence evidence;
  private final Audit audit;
  private final Map<Actor.Operator, Long> leaves = new ConcurrentHashMap<>();

  public AuditCommands(Keeper keeper, Evidence evidence, Audit audit) {
    this.keeper = keeper;
    this.evidence = evidence;
    this.audit = audit;
  }

  public Map<String, Command> commands() {
    return Map.of(
        "audit.key", (_, _) -> new JsonObject().put("key", evidence.key().written()),
        "audit.verify", (_, _) -> new JsonObject().put("run", keeper.check()),
        "audit.progress", (request, _) -> progress(request.number("run")),
        "audit.witnessed", (request, _) -> witnessed(request.texts("notes")),
        "audit.prove", this::prove,
        "audit.begin", this::begin,
        "audit.entries", this::entries,
        "audit.checkpoints", (_, _) -> checkpoints(),
        "audit.tile", (request, _) -> tile(request));
  }

  /// How the record is, in a few words.
  public static JsonObject health(Keeper keeper) {
    Progress progress = keeper.progress();
    Optional<Finding> broken = keeper.broken();
    return new JsonObject()
        .put("holds", broken.isEmpty())
        .put("trouble", broken.map(Finding::words))
        .put("unwitnessed", keeper.unwitnessed())
        .put("checked_at", progress.last().map(last -> last.at().toString()))
        .put("checked_entries", progress.last().map(last -> last.report().entries()));
  }

  private JsonObject progress(long run) {
    Progress progress = keeper.progress();
    JsonObject shown =
        new JsonObject()
            .put("done", progress.done() >= run)
            .put("looked", progress.looked())
            .put("of", progress.of());
    if (progress.done() >= run) {
      progress.last().ifPresent(last -> shown.put("report", shown(last.report())));
    }
    return shown;
  }

  /// A report as JSON, the same whoever made it.
  public static JsonObject shown(Report report) {
    return new JsonObject()
        .put("holds", report.holds())
        .put("entries", report.entries())
        .put("signed", report.signed())
        .put("checkpoints", report.checkpoints())
        .put("findings", report.findings())
        .put("first", report.first().stream().map(AuditCommands::shown).toList());
  }

  /// A finding as JSON.
  public static JsonObject shown(Finding finding) {
    return new JsonObject()
        .put("what", finding.code())
        .put("entry", finding.leaf())
        .put("words", finding.words());
  }

  private JsonObject witnessed(List<String> notes) {
    return new JsonObject()
        .put("first", evidence.contradicted(notes).stream().map(AuditCommands::shown).toList());
  }

  private JsonObject prove(JsonObject request, Actor.Operator by) {
    try {
      return request.has("old") ? consistency(request.number("old")) : inclusion(request, by);
    } catch (AuditFault e) {
      throw new Refusal(1, String.valueOf(e.getMessage()));
    }
  }

  private JsonObject consistency(long old) {
    Proof.Consistency proof =
        evidence
            .consistency(old)
            .orElseThrow(() ->
                new Refusal(3, "No checkpoint covers so many entries. See: wardbell audit tail"));
    return new JsonObject()
        .put("old", proof.old())
        .put("checkpoint", proof.note())
        .put("path", written(proof.path()));
  }

  private JsonObject inclusion(JsonObject request, Actor.Operator by) {
    long leaf = request.number("entry");
    if (leaf < 0 || leaf >= evidence.end()) {
      throw new Refusal(3, "There is no entry of that number. See: wardbell audit tail");
    }
    audit.record(Entry.of(by, "audit.prove").from("cli").because(Long.toString(leaf)));
    Proof.Inclusion proof =
        evidence
            .inclusion(leaf)
            .orElseThrow(() -> new Refusal(75, "It is not signed yet. Ask again in a second."));
    return new JsonObject()
        .put("leaf", proof.leaf())
        .put("entry", proof.entry())
        .put("checkpoint", proof.note())
        .put("path", written(proof.path()));
  }

  private static List<String> written(List<byte[]> path) {
    return path.stream().map(Base64.getEncoder()::encodeToString).toList();
  }

  /// Opens the entries to somebody: `what` is `tail` or `export`, `from` and `to` are times or
  /// numbers.
  private JsonObject begin(JsonObject request, Actor.Operator by) {
    long end = evidence.end();
    String what = request.text("what");
    if (!what.equals("tail") && !what.equals("export")) {
      throw new Refusal(2, "What is read for is tail or export.");
    }
    long from = request.maybeText("from").map(this::place).orElse(0L);
    long to = Math.min(end, request.maybeText("to").map(this::place).orElse(end));
    if (what.equals("export") && from >= to) {
      throw new Refusal(3, "There is no entry in that time.");
    }
    audit.record(
        Entry.of(by, what.equals("tail") ? "audit.tail" : "audit.export")
            .from("cli")
            .because(from + " until " + to));
    leaves.put(by, System.nanoTime());
    return new JsonObject().put("from", from).put("to", to);
  }

  private long place(String text) {
    try {
      return text.matches("\\d{1,18}")
          ? Long.parseLong(text)
          : evidence.firstSince(Instant.parse(text));
    } catch (DateTimeException _) {
      throw new Refusal(2, "A place in the record is a number or a time: 2026-11-22T10:00:00Z");
    }
  }

  private JsonObject entries(JsonObject request, Actor.Operator by) {
    Long since = leaves.get(by);
    if (since == null || System.nanoTime() - since > LEAVE.toNanos()) {
      throw new Refusal(1, "Whoever reads entries says so first.");
    }
    int most = (int) Math.min(MOST, Math.max(1, request.number("most")));
    return new JsonObject()
        .put("entries", evidence.entries(request.number("from"), most))
        .put("end", evidence.end());
  }

  private JsonObject checkpoints() {
    return new JsonObject()
        .put("key", evidence.key().written())
        .put("newest", evidence.newest())
        .put("all", newestOf(evidence.checkpoints()));
  }

  /// As many as one answer may hold; a year has fewer than nine thousand.
  private static List<String> newestOf(List<String> notes) {
    return notes.subList(Math.max(0, notes.size() - MOST), notes.size());
  }

  private JsonObject tile(JsonObject request) {
    return new JsonObject()
        .put(
            "hashes",
            evidence
                .tile((int) request.number("height"), request.number("place"))
                .map(Base64.getEncoder()::encodeToString));
  }
}

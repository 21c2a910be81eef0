package hospital.wardbell.cli;

import hospital.wardbell.audit.ExportedLog;
import hospital.wardbell.audit.NoteKey;
import hospital.wardbell.audit.Report;
import hospital.wardbell.audit.Witness;
import hospital.wardbell.base.Pause;
import hospital.wardbell.control.AuditCommands;
import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    description = {
      "Checks every entry, hash and signature of the record.",
      "Of the running service, or of an export, for which no service is needed.",
      "Exit code 1 if it does not hold."
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private static final int NOTES_AT_ONCE = 1_000;
  private static final Duration BETWEEN = Duration.ofMillis(250);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static final String NOT_GIVEN =
      "\n  (the export's own; compare it with what audit key printed, or give --key)";
  private static final String CURE =
      "Leave the disk as it is, copy the home, and find a backup from before: audit verify it.";

  @ParentCommand private AuditCommand group = new AuditCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "An export.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--witness",
      paramLabel = "FILE",
      description = {
        "Checkpoints that were kept elsewhere, or a log collector's file that has them;",
        "a tail that was cut off shows by them."
      })
  private Optional<Path> witness = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The home's key, as audit key printed it; else an export's own is believed.")
  private Optional<String> key = Optional.empty();

  private long told = System.nanoTime();

  @Override
  public Integer call() throws InterruptedException {
    JsonObject report = file.isPresent() ? exported() : running();
    PrintWriter out = spec.commandLine().getOut();
    if (group.top().json()) {
      out.println(report.write());
    } else {
      print(out, report);
    }
    return report.flag("holds") ? Wardbell.DONE : Wardbell.FAILED;
  }

  /// What was kept elsewhere of the record that `by` signs.
  private List<String> witnessed(NoteKey by) {
    List<String> notes = witness.map(its -> read(its, by)).orElse(List.of());
    if (witness.isPresent() && notes.isEmpty()) {
      throw Wardbell.failed(
          "The witness %s holds no checkpoint of this record.".formatted(witness.get()));
    }
    return notes;
  }

  private static List<String> read(Path file, NoteKey by) {
    try {
      return Witness.read(file, by);
    } catch (IOException _) {
      throw Wardbell.failed("The witness %s cannot be read.".formatted(file));
    }
  }

  private JsonObject exported() {
    Path path = file.orElseThrow();
    try (ExportedLog log = ExportedLog.open(path)) {
      NoteKey by =
          (key.isPresent() ? key.flatMap(NoteKey::parse) : log.key())
              .orElseThrow(() -> Wardbell.failed("That is no key of a record."));
      List<String> notes = witnessed(by);
      Report report = log.check(by, notes, looked -> tell(looked, looked));
      return AuditCommands.shown(report).put("witnessed", notes.size()).put("key", by.written());
    } catch (IOException e) {
      throw Wardbell.failed("%s is no export of a record, or damaged.".formatted(path));
    }
  }

  private JsonObject running() throws InterruptedException {
    Caller caller = group.top().caller();
    String own = caller.ask("audit.key").text("key");
    if (key.isPresent() && !key.get().strip().equals(own)) {
      throw Wardbell.failed("The service's key is another than the one given: " + own);
    }
    List<String> witnessed = witnessed(NoteKey.parse(own).orElseThrow());
    JsonObject run = new JsonObject().put("run", caller.ask("audit.verify").number("run"));
    Pause pause = Pause.real();
    JsonObject progress = caller.ask("audit.progress", run);
    while (!progress.flag("done")) {
      tell(progress.number("looked"), progress.number("of"));
      pause.await(BETWEEN);
      progress = caller.ask("audit.progress", run);
    }
    JsonObject report = progress.object("report").orElseThrow();
    return withWitness(report, caller, witnessed).put("key", own);
  }

  private static JsonObject withWitness(JsonObject report, Caller caller, List<String> witnessed) {
    List<JsonObject> contradicted = new ArrayList<>(report.objects("first"));
    int before = contradicted.size();
    for (int i = 0; i < witnessed.size(); i += NOTES_AT_ONCE) {
      List<String> notes = witnessed.subList(i, Math.min(witnessed.size(), i + NOTES_AT_ONCE));
      contradicted.addAll(
          caller.ask("audit.witnessed", new JsonObject().put("notes", notes)).objects("first"));
    }
    int more = contradicted.size() - before;
    return report
        .put("holds", report.flag("holds") && more == 0)
        .put("findings", report.number("findings") + more)
        .put("witnessed", witnessed.size())
        .put("first", contradicted);
  }

  /// Progress goes where errors go, so that the answer can be piped; a line a second at most.
  private void tell(long looked, long of) {
    long now = System.nanoTime();
    if (group.top().json() || now - told < SECOND.toNanos()) {
      return;
    }
    told = now;
    PrintWriter err = spec.commandLine().getErr();
    err.println(looked + (of > looked ? " of " + of : "") + " entries...");
    err.flush();
  }

  private void print(PrintWriter out, JsonObject report) {
    long witnessed = report.number("witnessed");
    out.println(
        "%d entries, %d of them signed; checkpoints: %d%s."
            .formatted(
                report.number("entries"),
                report.number("signed"),
                report.number("checkpoints"),
                witnessed > 0 ? ", " + witnessed + " witnessed" : ""));
    out.println(
        "Key: " + report.text("key") + (file.isPresent() && key.isEmpty() ? NOT_GIVEN : ""));
    report.objects("first").forEach(finding -> out.println(finding.text("words")));
    long findings = report.number("findings");
    out.println(
        report.flag("holds")
            ? "The record holds."
            : "THE RECORD DOES NOT HOLD: %d places. %s".formatted(findings, CURE));
  }
}

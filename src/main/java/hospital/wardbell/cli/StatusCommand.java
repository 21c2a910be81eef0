package hospital.wardbell.cli;

import hospital.wardbell.control.PasswordCommands;
import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "status", description = "Says how the running service is.")
final class StatusCommand implements Callable<Integer> {
  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    JsonObject status = top.caller().ask("status");
    PrintWriter out = spec.commandLine().getOut();
    if (top.json()) {
      out.println(status.write());
      return Wardbell.DONE;
    }
    out.println(
        status.flag("sealed")
            ? "Sealed: texts wait on the SIM. Open it with: wardbell unlock"
            : "Open. Console: " + status.text("console"));
    if (!status.flag("sealed") && status.objects("modems").isEmpty()) {
      out.println("No modem is set up. Name one under \"modems\" in " + top.config() + ".");
    }
    for (JsonObject modem : status.objects("modems")) {
      out.printf(
          "Modem %s: %s%s%s%n",
          modem.text("name"),
          modem.text("state"),
          modem.maybeText("operator").map(o -> " on " + o).orElse(""),
          modem.maybeText("trouble").map(t -> ". " + t).orElse(""));
    }
    out.println("Cryptography: " + status.text("cryptography"));
    status.maybeText("trouble").ifPresent(out::println);
    status
        .object("queue")
        .ifPresent(q ->
            out.printf(
                "Queue: %d waiting%s%n",
                q.number("queued"), q.maybeText("oldest").map(o -> " since " + o).orElse("")));
    status.object("audit").ifPresent(audit -> printAudit(audit, out));
    status.object("backup").ifPresent(backup -> out.println(backups(backup)));
    stranded(status).ifPresent(out::println);
    return Wardbell.DONE;
  }

  /// Whose passwords this build cannot check, and what to do; nothing if it can check all.
  static Optional<String> stranded(JsonObject answer) {
    return answer.has("stranded") && answer.number("stranded") > 0
        ? Optional.of("Accounts: " + PasswordCommands.stranded(answer.number("stranded")))
        : Optional.empty();
  }

  private static void printAudit(JsonObject audit, PrintWriter out) {
    audit
        .maybeText("trouble")
        .ifPresent(trouble ->
            out.println("AUDIT RECORD DAMAGED: " + trouble + " See more: wardbell audit verify"));
    if (audit.flag("unwitnessed")) {
      out.println("The audit record's witness cannot be written; is its disk there?");
    }
  }

  private static String backups(JsonObject backup) {
    return backup
        .maybeText("trouble")
        .map(trouble -> "Backups: " + trouble + " Look at: wardbell backup list")
        .orElseGet(() ->
            "Backups: "
                + backup.maybeText("last").map(at -> "the last is of " + at).orElse("none yet")
                + (backup.flag("scheduled")
                    ? "."
                    : "; none is made by itself. Set an hour: wardbell config set backup.hour 2"));
  }
}

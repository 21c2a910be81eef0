package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    description = "The record of who saw and did what: checking, proving, reading, exporting.",
    subcommands = {AuditVerifyCommand.class, AuditExportCommand.class, AuditTailCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {
  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  Wardbell top() {
    return top;
  }

  @Command(
      name = "key",
      description = "Prints the public key that checks checkpoints; keep it elsewhere.")
  int key() {
    return top.ask(
        spec.commandLine().getOut(), "audit.key", new JsonObject(), answer -> answer.text("key"));
  }

  @Command(
      name = "prove",
      description = {
        "Proves that an entry is in the record as it was signed last.",
        "With --consistency: that the record begins with what it was when it had fewer entries."
      })
  int prove(
      @Parameters(paramLabel = "ENTRY", arity = "0..1", description = "Its number.")
          Optional<Long> entry,
      @Option(
              names = "--consistency",
              paramLabel = "ENTRIES",
              description = "How many entries it had.")
          Optional<Long> old) {
    if (entry.isPresent() == old.isPresent()) {
      spec.commandLine().getErr().println("wardbell: name either an entry or --consistency.");
      return Wardbell.BAD_USAGE;
    }
    JsonObject request = new JsonObject().put("entry", entry).put("old", old);
    PrintWriter out = spec.commandLine().getOut();
    return top.ask(out, "audit.prove", request, AuditCommand::proof);
  }

  private static String proof(JsonObject answer) {
    StringBuilder words = new StringBuilder();
    answer.maybeText("entry").ifPresent(entry -> words.append(entry).append("\n\n"));
    words.append(answer.text("checkpoint")).append('\n');
    answer.texts("path").forEach(hash -> words.append(hash).append('\n'));
    return words.toString().stripTrailing();
  }
}

package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "admin",
    description = "What is looked after by few.",
    synopsisSubcommandLabel = "COMMAND")
final class AdminCommand {
  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "break-glass",
      description = {
        "Lists who saw another team's conversations in an emergency, and whether it was reviewed.",
        "It is begun in the console only."
      })
  int breakGlass() {
    List<JsonObject> uses = top.caller().ask("break-glass.list").objects("uses");
    PrintWriter out = spec.commandLine().getOut();
    uses.forEach(use -> out.println(top.json() ? use.write() : line(use)));
    return uses.isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
  }

  private static String line(JsonObject use) {
    return "%s  %-16s %-20s %-10s until %s  review %s%s"
        .formatted(
            use.text("begun_at"),
            use.text("login"),
            use.text("team"),
            use.text("why"),
            use.maybeText("ended_at").orElse(use.text("until")),
            use.text("review"),
            use.maybeText("finding").map(found -> ": " + found).orElse(""));
  }
}

package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "trace",
    description = {
      "Shows what is said on a modem's line, without numbers, texts and codes.",
      "Switch it on first; it ends by itself."
    })
final class TraceCommand implements Callable<Integer> {
  @ParentCommand private ModemCommand group = new ModemCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "As modem list shows it.")
  private String name = "";

  @Option(names = "--start", paramLabel = "MINUTES", description = "Switches it on, 1 to 60.")
  private Optional<Integer> start = Optional.empty();

  @Option(names = "--stop", description = "Switches it off.")
  private boolean stop;

  @Override
  public Integer call() {
    JsonObject request = new JsonObject().put("name", name);
    PrintWriter out = spec.commandLine().getOut();
    if (start.isPresent()) {
      group.top().caller().ask("modem.trace.start", request.put("minutes", start.get()));
      out.println("It is kept now. See it with: wardbell modem trace " + name);
      return Wardbell.DONE;
    }
    if (stop) {
      group.top().caller().ask("modem.trace.stop", request);
      out.println("It is no longer kept.");
      return Wardbell.DONE;
    }
    JsonObject trace = group.top().caller().ask("modem.trace", request);
    for (JsonObject line : trace.objects("lines")) {
      out.println(
          group.top().json()
              ? line.write()
              : "%s %s %s"
                  .formatted(line.text("at"), line.flag("ours") ? ">" : "<", line.text("text")));
    }
    return trace.objects("lines").isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
  }
}

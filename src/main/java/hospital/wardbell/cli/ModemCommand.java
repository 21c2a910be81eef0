package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
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
    name = "modem",
    description = "The modems: how they are and were, tests, and taking one out of sending.",
    subcommands = {
      ModemCommand.Listing.class,
      ModemCommand.Signal.class,
      ModemAsked.Profile.class,
      ModemAsked.Storage.class,
      ModemAsked.Test.class,
      ModemAsked.Probe.class,
      ModemAsked.Reset.class,
      ModemAsked.Drain.class,
      ModemAsked.Resume.class,
      TraceCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class ModemCommand {
  @ParentCommand private Wardbell top = new Wardbell();

  Wardbell top() {
    return top;
  }

  @Command(name = "list", description = "Lists the modems and how each is.")
  static final class Listing implements Callable<Integer> {
    @ParentCommand private ModemCommand group = new ModemCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      List<JsonObject> modems = group.top.caller().ask("modem.list").objects("modems");
      PrintWriter out = spec.commandLine().getOut();
      for (JsonObject modem : modems) {
        out.println(group.top.json() ? modem.write() : line(modem));
      }
      return modems.isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
    }

    private static String line(JsonObject modem) {
      return "%-16s %-12s %-16s %s%s"
          .formatted(
              modem.text("name"),
              modem.text("state"),
              modem.maybeText("operator").orElse("-"),
              modem.maybeNumber("signal_dbm").map(dbm -> dbm + " dBm").orElse("-"),
              modem.maybeText("trouble").map(words -> "\n  " + words).orElse(""));
    }
  }

  @Command(name = "signal", description = "Says how a modem fared: signal, network, troubles.")
  static final class Signal implements Callable<Integer> {
    @ParentCommand private ModemCommand group = new ModemCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "As modem list shows it.")
    private String name = "";

    @Option(
        names = "--days",
        defaultValue = "1",
        description = "How far back, 1 to 30 (default: ${DEFAULT-VALUE}).")
    private int days = 1;

    @Override
    public Integer call() {
      JsonObject told =
          group
              .top
              .caller()
              .ask("modem.signal", new JsonObject().put("name", name).put("days", days));
      PrintWriter out = spec.commandLine().getOut();
      if (group.top.json()) {
        out.println(told.write());
        return Wardbell.DONE;
      }
      out.printf("%-22s %8s %8s %8s  %s%n", "from", "weakest", "typical", "best", "could send");
      for (JsonObject spell : told.objects("spells")) {
        out.printf(
            "%-22s %8s %8s %8s  %d %%%n",
            spell.text("from"),
            dbm(spell.maybeNumber("weakest_dbm")),
            dbm(spell.maybeNumber("typical_dbm")),
            dbm(spell.maybeNumber("strongest_dbm")),
            spell.number("able_percent"));
      }
      for (JsonObject trouble : told.objects("troubles")) {
        out.printf("%s  %s%n", trouble.text("at"), trouble.text("trouble"));
      }
      return Wardbell.DONE;
    }

    private static String dbm(Optional<Long> value) {
      return value.map(String::valueOf).orElse("-");
    }
  }
}

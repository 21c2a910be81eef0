package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "modem",
    description = "The modems: how they are and were, tests, and taking one out of sending.",
    subcommands = {ModemCommand.Listing.class, ModemCommand.Signal.class, TraceCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class ModemCommand {
  private static final String NAMED = "As modem list shows it.";

  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

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
      return "%-16s %-12s %-16s %-4s %-9s %s%s"
          .formatted(
              modem.text("name"),
              modem.text("state"),
              modem.maybeText("operator").orElse("-"),
              modem.maybeText("radio").orElse("-"),
              modem.maybeText("sim_ending").map(digits -> "SIM …" + digits).orElse("-"),
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
      for (JsonObject network : told.objects("networks")) {
        out.printf(
            "%s  %s, %s, %s%n",
            network.text("at"),
            network.maybeText("operator").orElse("no network"),
            network.maybeText("radio").orElse("-"),
            network.maybeText("registration").orElse("-"));
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

  @Command(
      name = "profile",
      description = "Says what a modem is and by which profile it is driven.")
  int profile(@Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return order("modem.profile", name, ModemCommand::profileWords);
  }

  @Command(
      name = "storage",
      description = "Says how full the store is that a modem receives into, and was on each day.")
  int storage(@Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return order("modem.storage", name, ModemCommand::storageWords);
  }

  @Command(name = "test", description = "Has a modem text its own number and wait for that text.")
  int test(@Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return order(
        "modem.test",
        name,
        _ -> "It texts itself as soon as it can send. See: wardbell sim status");
  }

  @Command(name = "probe", description = "Sets a modem up anew.")
  int probe(@Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return order("modem.probe", name, _ -> "It is being set up anew. See: wardbell modem list");
  }

  @Command(name = "reset", description = "Has a modem restart, by the command of its profile.")
  int reset(@Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return order(
        "modem.reset",
        name,
        _ -> "It restarts; that takes up to a minute. See: wardbell modem list");
  }

  @Command(name = "drain", description = "Sends nothing more through a modem; it still receives.")
  int drain(@Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return order("modem.drain", name, _ -> "Nothing more is sent through it. It still receives.");
  }

  @Command(name = "resume", description = "Sends through a drained modem again.")
  int resume(@Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return order("modem.resume", name, _ -> "It sends again.");
  }

  private int order(String command, String name, Function<JsonObject, String> words) {
    PrintWriter out = spec.commandLine().getOut();
    return top.ask(out, command, new JsonObject().put("name", name), words);
  }

  private static String profileWords(JsonObject answer) {
    return "profile: %s%n%s"
        .formatted(answer.maybeText("profile").orElse("none yet"), answer.text("told"));
  }

  private static String storageWords(JsonObject answer) {
    String now =
        answer
            .maybeNumber("stored_percent")
            .map(percent -> percent + " % full")
            .orElse("Not known yet; it is asked once a minute.");
    return answer.objects("spells").stream()
        .map(spell ->
            "%-22s at most %d %%".formatted(spell.text("from"), spell.number("fullest_percent")))
        .collect(Collectors.joining("\n", now + "\n", ""))
        .strip();
  }
}

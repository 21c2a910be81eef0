package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "sim", description = "The SIMs in the modems.", synopsisSubcommandLabel = "COMMAND")
final class SimCommand {
  private static final String NAMED = "The modem, as modem list shows it.";

  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "status", description = "Says whether its own texts come back.")
  int status(@Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return order("sim.status", name, SimCommand::statusWords);
  }

  @Command(name = "balance", description = "Says what the network last told of its credit.")
  int balance(@Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return order(
        "sim.balance", name, answer -> answer.text("words") + "  (" + answer.text("told") + ")");
  }

  private int order(String command, String name, Function<JsonObject, String> words) {
    return top.ask(spec.commandLine().getOut(), command, new JsonObject().put("name", name), words);
  }

  private static String statusWords(JsonObject answer) {
    String test =
        answer
            .maybeText("self_test_sent")
            .map(sent ->
                "Texted itself at "
                    + sent
                    + answer
                        .maybeText("self_test_back")
                        .map(back -> ", back at " + back)
                        .orElse(answer.flag("self_test_lost") ? ", lost" : ", not back yet"))
            .orElse("It has not texted itself yet.");
    return answer.flag("knows_its_number")
        ? test
        : test + " It does not know its own number, so it cannot.";
  }
}

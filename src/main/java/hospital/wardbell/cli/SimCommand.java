package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "sim",
    description = "The SIMs in the modems.",
    subcommands = {SimCommand.Status.class, SimCommand.Balance.class},
    synopsisSubcommandLabel = "COMMAND")
final class SimCommand {
  @ParentCommand private Wardbell top = new Wardbell();

  @Command(name = "status", description = "Says whether its own texts come back.")
  static final class Status extends ModemAsked {
    @ParentCommand private SimCommand group = new SimCommand();

    @Override
    Wardbell top() {
      return group.top;
    }

    @Override
    String command() {
      return "sim.status";
    }

    @Override
    String words(JsonObject answer) {
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

  @Command(name = "balance", description = "Says what the network last told of its credit.")
  static final class Balance extends ModemAsked {
    @ParentCommand private SimCommand group = new SimCommand();

    @Override
    Wardbell top() {
      return group.top;
    }

    @Override
    String command() {
      return "sim.balance";
    }

    @Override
    String words(JsonObject answer) {
      return answer.text("words") + "  (" + answer.text("told") + ")";
    }
  }
}

package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "offboard",
    description = {
      "Somebody leaves: ends and takes away, in one act, all that lets the person in.",
      "Prints what was done and when. Done again, it changes nothing and prints the same.",
      "Who comes back is enabled and invited anew: user enable, user reset."
    })
final class UserOffBoard implements Callable<Integer> {
  @ParentCommand private UserCommand group = new UserCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "LOGIN", description = "As user list shows it.")
  private String login = "";

  @Override
  public Integer call() {
    return group
        .top()
        .ask(
            spec.commandLine().getOut(),
            "user.offboard",
            new JsonObject().put("login", login),
            this::words);
  }

  private String words(JsonObject done) {
    JsonObject steps = done.object("steps").orElseGet(JsonObject::new);
    return "%s has left: %s, by %s, record %s%n%s%nTokens that were made at the server are of nobody's account: wardbell token list"
        .formatted(
            login,
            done.text("at"),
            done.text("by"),
            done.text("record"),
            steps.names().stream()
                .map(step -> "  %-15s %d".formatted(step, steps.number(step)))
                .collect(Collectors.joining(System.lineSeparator())));
  }
}

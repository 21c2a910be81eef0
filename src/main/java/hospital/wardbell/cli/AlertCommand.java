package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "alert",
    description = "What somebody must know, who was told, and how people are reached.",
    subcommands = {
      AlertCommand.Listing.class,
      AlertCommand.Acknowledgement.class,
      AlertMailCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class AlertCommand {
  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  Wardbell top() {
    return top;
  }

  @Command(name = "list", description = "Lists what is open, and what was settled last.")
  static final class Listing implements Callable<Integer> {
    @ParentCommand private AlertCommand group = new AlertCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      List<JsonObject> alerts = group.top.caller().ask("alert.list").objects("alerts");
      PrintWriter out = spec.commandLine().getOut();
      alerts.forEach(alert -> out.println(group.top.json() ? alert.write() : lines(alert)));
      return alerts.isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
    }

    private static String lines(JsonObject alert) {
      StringBuilder lines = new StringBuilder();
      lines.append(
          "%s  %-20s %-12s %s, %d times%s"
              .formatted(
                  alert.text("reference"),
                  alert.text("kind"),
                  alert.text("state"),
                  alert.text("raised_at"),
                  alert.number("times"),
                  alert.maybeText("settled_by").map(login -> ", by " + login).orElse("")));
      for (JsonObject told : alert.objects("told")) {
        lines.append(
            "%n  %-8s %-20s %s%s"
                .formatted(
                    told.text("channel"),
                    told.text("login"),
                    told.text("state"),
                    told.maybeText("trouble").map(words -> ": " + words).orElse("")));
      }
      return lines.toString();
    }
  }

  @Command(
      name = "ack",
      description = "Acknowledges an alert, by a person whom it concerns and who signs in for it.")
  static final class Acknowledgement implements Callable<Integer> {
    @ParentCommand private AlertCommand group = new AlertCommand();
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private PersonOptions person = new PersonOptions();

    @Parameters(paramLabel = "REFERENCE", description = "As alert list has it.")
    private String reference = "";

    @Override
    public Integer call() {
      return group.top.ask(
          spec.commandLine().getOut(),
          "alert.ack",
          person.in(new JsonObject().put("reference", reference)),
          _ -> "Acknowledged.");
    }
  }

  @Command(name = "test", description = "Raises an alert for one person, to see how it comes.")
  int test(@Parameters(paramLabel = "LOGIN", description = "Whom to tell.") String login) {
    return top.ask(
        spec.commandLine().getOut(),
        "alert.test",
        new JsonObject().put("login", login),
        alert ->
            "Raised as %s. What comes of it: wardbell alert list"
                .formatted(alert.text("reference")));
  }

  @Command(name = "reach", description = "Sets how a person is reached; without --email, nohow.")
  int reach(
      @Parameters(paramLabel = "LOGIN", description = "Whom.") String login,
      @Option(
              names = "--email",
              paramLabel = "ADDRESS",
              defaultValue = "",
              description = "Where e-mail for them goes.")
          String mail) {
    return top.ask(
        spec.commandLine().getOut(),
        "alert.reach",
        new JsonObject().put("login", login).put("mail", mail),
        _ -> mail.isEmpty() ? "Taken away." : "Set. Try it: wardbell alert test " + login);
  }
}

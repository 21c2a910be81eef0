package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "sessions",
    description = {
      "Lists where somebody is signed in, the last used first, or ends it.",
      "A session's id opens nothing."
    })
final class UserSessions implements Callable<Integer> {
  @ParentCommand private UserCommand group = new UserCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "LOGIN", description = "As user list shows it.")
  private String login = "";

  @Option(
      names = "--end",
      paramLabel = "ID",
      description = "Ends the session of this id, or all of them: --end all.")
  private String end = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    JsonObject asked = new JsonObject().put("login", login);
    return end.isEmpty()
        ? list(out, asked)
        : group
            .top()
            .ask(
                out,
                "user.end-sessions",
                asked.put("session", end),
                answer -> "Ended: " + answer.number("ended"));
  }

  private int list(PrintWriter out, JsonObject asked) {
    List<JsonObject> sessions =
        group.top().caller().ask("user.sessions", asked).objects("sessions");
    for (JsonObject session : sessions) {
      out.println(group.top().json() ? session.write() : line(session));
    }
    return sessions.isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
  }

  private static String line(JsonObject session) {
    return "%s  from %s, %s on %s, since %s, used %s%s"
        .formatted(
            session.text("id"),
            session.text("origin"),
            session.text("browser"),
            session.text("machine"),
            session.text("began"),
            session.text("used"),
            session.flag("locked") ? ", locked" : "");
  }
}

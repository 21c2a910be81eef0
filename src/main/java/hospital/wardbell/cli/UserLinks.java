package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// The subcommands of `user` by which people are let in and kept out without anybody but themselves
/// knowing a password.
final class UserLinks {
  private UserLinks() {}

  @Command(
      name = "invite",
      description = {
        "Makes an account and prints a one-time link for its person, good for 72 hours.",
        "By it the person chooses a password and sets up one-time codes; nobody else knows either."
      })
  static final class Invite implements Callable<Integer> {
    @ParentCommand private UserCommand group = new UserCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "LOGIN", description = "What the person types to sign in.")
    private String login = "";

    @Option(
        names = "--name",
        required = true,
        description = "How colleagues see the person, such as \"Dana R., RN\".")
    private String name = "";

    @Option(names = "--role", required = true, description = UserCommand.ROLES)
    private List<String> roles = new ArrayList<>();

    @Option(
        names = "--team",
        description = "A team's name; may be given more than once (default: the front desk).")
    private List<String> teams = new ArrayList<>();

    @Option(names = "--language", description = "en or es (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    @Override
    public Integer call() {
      return group
          .top()
          .ask(
              spec.commandLine().getOut(),
              "user.invite",
              new JsonObject()
                  .put("login", login)
                  .put("name", name)
                  .put("roles", roles)
                  .put("teams", teams)
                  .put("language", language),
              UserLinks::words);
    }
  }

  @Command(
      name = "reset",
      description = {
        "Prints a one-time link by which the person chooses a new password, good for 24 hours.",
        "The person must show a one-time code too. Until then all stays as it is.",
        "Whoever has not used the invitation gets a new one."
      })
  static final class Reset implements Callable<Integer> {
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
              "user.reset",
              new JsonObject().put("login", login),
              UserLinks::words);
    }
  }

  @Command(
      name = "disable",
      description = "Lets the person in no more, and ends what is open. All that was done stays.")
  static final class Disable implements Callable<Integer> {
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
              "user.disable",
              new JsonObject().put("login", login),
              _ -> login + " is disabled, and signed out everywhere.");
    }
  }

  @Command(
      name = "enable",
      description = "Lets a disabled person in again, by the password and codes of before.")
  static final class Enable implements Callable<Integer> {
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
              "user.enable",
              new JsonObject().put("login", login),
              _ -> login + " is enabled.");
    }
  }

  private static String words(JsonObject made) {
    String link = made.text("link");
    return "%s:%n%s%n%s%nGood once, until %s. It is shown this once; give it to %s alone."
        .formatted(
            made.flag("invitation") ? "Invitation" : "Link for a new password",
            link,
            QrCode.draw(link),
            made.text("ends"),
            made.text("login"));
  }
}

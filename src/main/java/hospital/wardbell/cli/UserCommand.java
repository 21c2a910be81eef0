package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "user",
    description = "Staff accounts.",
    subcommands = {
      UserCommand.Add.class,
      UserLinks.Invite.class,
      UserCommand.Listing.class,
      UserLinks.Reset.class,
      UserLinks.Disable.class,
      UserLinks.Enable.class,
      UserOffBoard.class,
      UserSessions.class,
      UserCommand.Password.class,
      UserCommand.ResetFactors.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class UserCommand {
  static final String ROLES =
      "nurse, scheduler, front_desk, lead, privacy, auditor or it; may be given more than once.";

  @ParentCommand private Wardbell top = new Wardbell();

  Wardbell top() {
    return top;
  }

  @Command(
      name = "add",
      description = {
        "Makes an account.",
        "Prints a password made by chance and the code for an authenticator app, this once."
      })
  static final class Add implements Callable<Integer> {
    @ParentCommand private UserCommand group = new UserCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "LOGIN", description = "What the person types to sign in.")
    private String login = "";

    @Option(
        names = "--name",
        required = true,
        description = "How colleagues see the person, such as \"Dana R., RN\".")
    private String name = "";

    @Option(names = "--role", required = true, description = ROLES)
    private List<String> roles = new ArrayList<>();

    @Option(names = "--language", description = "en or es (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    @Override
    public Integer call() {
      JsonObject made =
          group
              .top
              .caller()
              .ask(
                  "user.add",
                  new JsonObject()
                      .put("login", login)
                      .put("name", name)
                      .put("roles", roles)
                      .put("language", language));
      PrintWriter out = spec.commandLine().getOut();
      if (group.top.json()) {
        out.println(made.write());
      } else {
        print(out, made);
        out.println("This is shown once and kept nowhere in the clear.");
      }
      return Wardbell.DONE;
    }
  }

  @Command(
      name = "list",
      description = "Lists the accounts, who may come in, and which need a new password.")
  static final class Listing implements Callable<Integer> {
    @ParentCommand private UserCommand group = new UserCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      JsonObject answer = group.top.caller().ask("user.list");
      List<JsonObject> accounts = answer.objects("accounts");
      PrintWriter out = spec.commandLine().getOut();
      for (JsonObject account : accounts) {
        out.println(group.top.json() ? account.write() : line(account));
      }
      if (answer.flag("lacks_administrators") && !group.top.json()) {
        out.println(
            "Fewer than two people with the role it can sign in. Invite another: wardbell user invite");
      }
      return accounts.isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
    }

    private static String line(JsonObject account) {
      String login = account.text("login");
      return "%-24s %-10s %s%s"
          .formatted(
              login,
              account.text("standing"),
              String.join(",", account.texts("roles")),
              account.flag("needs_password")
                  ? "  cannot sign in. Give a new password: wardbell user password " + login
                  : "");
    }
  }

  @Command(
      name = "password",
      description = {
        "Gives a new password, made by chance, and prints it, this once.",
        "The former opens nothing from then on, and who was signed in by it is signed out.",
        "One-time codes stay as they are."
      })
  static final class Password implements Callable<Integer> {
    @ParentCommand private UserCommand group = new UserCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "LOGIN", description = "As user list shows it.")
    private String login = "";

    @Override
    public Integer call() {
      return group.top.ask(
          spec.commandLine().getOut(),
          "user.password",
          new JsonObject().put("login", login),
          given ->
              "Password:    %s%nThis is shown once and kept nowhere in the clear. One-time codes stay as they are."
                  .formatted(given.text("password")));
    }
  }

  @Command(
      name = "reset-mfa",
      description = {
        "Takes away somebody's authenticator app, passkeys and recovery codes, and ends all sessions.",
        "Prints a code, this once: with it and the password the person sets up an app at the next sign-in.",
        "It is good for 24 hours. The password stays as it is. Be sure who asks for it."
      })
  static final class ResetFactors implements Callable<Integer> {
    @ParentCommand private UserCommand group = new UserCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "LOGIN", description = "As user list shows it.")
    private String login = "";

    @Override
    public Integer call() {
      return group.top.ask(
          spec.commandLine().getOut(),
          "user.reset-mfa",
          new JsonObject().put("login", login),
          given ->
              "Enrolment code: %s%nThis is shown once and kept nowhere in the clear. It is good for 24 hours, after the password."
                  .formatted(given.text("code")));
    }
  }

  /// What the new person must be given.
  static void print(PrintWriter out, JsonObject made) {
    out.printf("Sign in as:  %s%n", made.text("login"));
    out.printf("Password:    %s%n", made.text("password"));
    out.println("One-time codes: scan this with an authenticator app.");
    out.println(QrCode.draw(made.text("otpauth")));
    out.printf("Or type it in: %s%n", made.text("otpauth"));
  }
}

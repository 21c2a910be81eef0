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
    name = "directory",
    description = "The hospital's directory (LDAP, Active Directory): who it says may come in.",
    subcommands = {
      DirectorySetCommand.class,
      DirectoryCommand.Mapping.class,
      DirectoryCommand.Test.class,
      DirectoryCommand.Sync.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class DirectoryCommand {
  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  Wardbell top() {
    return top;
  }

  @Command(
      name = "show",
      description = "Says where it is, what its groups mean, and how the last look at it went.")
  int show() {
    return top.ask(
        spec.commandLine().getOut(), "directory.show", new JsonObject(), DirectoryCommand::shown);
  }

  private static String shown(JsonObject answer) {
    List<String> lines = new ArrayList<>();
    lines.add(
        answer
            .object("server")
            .map(server ->
                "%s (%s), as %s%nPeople below %s, groups below %s"
                    .formatted(
                        server.text("address"),
                        server.text("kind"),
                        server.text("account"),
                        server.text("people"),
                        server.text("groups")))
            .orElse("No directory is set."));
    answer
        .objects("groups")
        .forEach(grant ->
            lines.add(
                "%s  %s"
                    .formatted(
                        grant.text("group"),
                        grant.maybeText("role").orElseGet(() -> "team " + grant.text("team")))));
    answer.object("last").map(DirectoryCommand::report).ifPresent(lines::add);
    return String.join("\n", lines);
  }

  /// What came of a look, in words.
  private static String report(JsonObject report) {
    String numbers =
        "%d in its groups; %d new, %d changed, %d out, %d back"
            .formatted(
                report.number("listed"),
                report.number("come"),
                report.number("changed"),
                report.number("out"),
                report.number("back"));
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (report.text("outcome")) {
          case "done" -> "Done " + report.text("at") + ": " + numbers;
          case "preview" -> "This would be done: " + numbers;
          case "stopped" ->
              "Stopped "
                  + report.text("at")
                  + ", nothing was changed: "
                  + numbers
                  + "\nIf so many have left indeed: wardbell directory sync --yes";
          case "silent" -> "Nothing was changed: " + report.maybeText("trouble").orElse("");
          default -> "Nothing to do: no directory is set, or no group means anything here.";
        });
    report
        .objects("passed_over")
        .forEach(one -> lines.add("  " + one.text("login") + " " + one.text("why")));
    return String.join("\n", lines);
  }

  @Command(name = "off", description = "Asks no directory; who is from it cannot sign in.")
  int off() {
    return top.ask(
        spec.commandLine().getOut(),
        "directory.off",
        new JsonObject(),
        _ -> "No directory is asked any more. Who is from it cannot sign in.");
  }

  @Command(
      name = "map",
      description = {
        "Says what the members of a group are here; what it meant before is forgotten.",
        "Accounts follow with the next look: wardbell directory sync"
      })
  static final class Mapping implements Callable<Integer> {
    @ParentCommand private DirectoryCommand group = new DirectoryCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
        paramLabel = "GROUP",
        description = "Its DN, such as cn=nurses,ou=groups,dc=hospital,dc=example.")
    private String name = "";

    @Option(names = "--role", paramLabel = "ROLE", description = UserCommand.ROLES)
    private List<String> roles = new ArrayList<>();

    @Option(
        names = "--team",
        paramLabel = "TEAM",
        description = "A team of ours, by its name; may be given more than once.")
    private List<String> teams = new ArrayList<>();

    @Override
    public Integer call() {
      return group.top.ask(
          spec.commandLine().getOut(),
          "directory.map",
          new JsonObject().put("group", name).put("roles", roles).put("teams", teams),
          _ -> "Mapped. See what would follow: wardbell directory sync --dry-run");
    }
  }

  @Command(name = "unmap", description = "A group means nothing here any more.")
  int unmap(@Parameters(paramLabel = "GROUP", description = "Its DN.") String name) {
    return top.ask(
        spec.commandLine().getOut(),
        "directory.unmap",
        new JsonObject().put("group", name),
        _ -> "Unmapped. See what would follow: wardbell directory sync --dry-run");
  }

  @Command(
      name = "test",
      description = {
        "Tries it step by step: whether it answers, who vouches for it, whether it lets us in.",
        "With a login, says what that person would be here. Changes nothing."
      })
  static final class Test implements Callable<Integer> {
    @ParentCommand private DirectoryCommand group = new DirectoryCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
        arity = "0..1",
        paramLabel = "LOGIN",
        description = "Somebody's login in the directory.")
    private String login = "";

    @Override
    public Integer call() {
      JsonObject answer =
          group.top.caller().ask("directory.test", new JsonObject().put("login", login));
      PrintWriter out = spec.commandLine().getOut();
      if (group.top.json()) {
        out.println(answer.write());
      } else {
        answer
            .objects("steps")
            .forEach(step ->
                out.println((step.flag("good") ? "good  " : "WRONG ") + step.text("words")));
      }
      return answer.flag("good") ? Wardbell.DONE : Wardbell.FAILED;
    }
  }

  @Command(
      name = "sync",
      description = {
        "Looks at the directory now and has the accounts be what it says, as happens every 15 minutes.",
        "Stops if more than 5 people and more than one in 5 would be put out."
      })
  static final class Sync implements Callable<Integer> {
    @ParentCommand private DirectoryCommand group = new DirectoryCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean preview;

    @Option(names = "--yes", description = "However many would be put out.")
    private boolean however;

    @Override
    public Integer call() {
      JsonObject answer =
          group
              .top
              .caller()
              .ask(
                  "directory.sync",
                  new JsonObject().put("preview", preview).put("however", however));
      spec.commandLine().getOut().println(group.top.json() ? answer.write() : report(answer));
      return switch (answer.text("outcome")) {
        case "done", "preview" -> Wardbell.DONE;
        case "stopped" -> Wardbell.FAILED;
        case "silent" -> Wardbell.TRY_LATER;
        default -> Wardbell.NOTHING_TO_DO;
      };
    }
  }
}

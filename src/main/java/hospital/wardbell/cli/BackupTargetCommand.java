package hospital.wardbell.cli;

import hospital.wardbell.control.Refusal;
import hospital.wardbell.json.JsonObject;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "target",
    description = "Where backups are kept.",
    subcommands = BackupTargetCommand.Add.class,
    synopsisSubcommandLabel = "COMMAND")
final class BackupTargetCommand {
  @ParentCommand private BackupCommand group = new BackupCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "show", description = "Says where backups are kept.")
  int show() {
    return ask("backup.target", answer -> answer.text("target"));
  }

  @Command(
      name = "init",
      description = "Marks the target as one, once its server lets us in: from then on it is used.")
  int init() {
    return ask(
        "backup.target.init",
        answer -> answer.text("target") + " is marked. Try it: wardbell backup run");
  }

  private int ask(String command, Function<JsonObject, String> words) {
    return group.top().ask(spec.commandLine().getOut(), command, new JsonObject(), words);
  }

  @Command(
      name = "add",
      description = {
        "Keeps backups in a directory, or on a server, from now on.",
        "A directory is marked by a file, so that a mount which is missing is noticed.",
        "A server shows its key first, which a person confirms; then it is given ours."
      })
  static final class Add implements Callable<Integer> {
    @ParentCommand private BackupTargetCommand target = new BackupTargetCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TARGET", description = "/a/directory or sftp://user@host:port/path")
    private String where = "";

    @Option(
        names = "--host-key",
        paramLabel = "KEY",
        description =
            "The server's key, such as \"ssh-ed25519 SHA256:...\", so that nobody is asked.")
    private Optional<String> hostKey = Optional.empty();

    @Override
    public Integer call() {
      Wardbell top = target.group.top();
      PrintWriter out = spec.commandLine().getOut();
      JsonObject answer = top.caller().ask("backup.target.add", request());
      if (!answer.has("host_key")) {
        out.println(top.json() ? answer.write() : "Backups are kept in " + where + " from now on.");
        return Wardbell.DONE;
      }
      String shown = answer.text("host_key");
      if (!hostKey.map(shown::equals).orElseGet(() -> confirmed(shown))) {
        throw Wardbell.failed(
            "The server shows the key " + shown + ". It was not confirmed; nothing was changed.");
      }
      top.caller().ask("backup.target.trust", request().put("host_key", shown));
      out.println(top.json() ? answer.write() : next(answer));
      return Wardbell.DONE;
    }

    private JsonObject request() {
      return new JsonObject().put("target", where);
    }

    private static String next(JsonObject answer) {
      return "Put this line into the authorized_keys of that user on the server:\n\n  "
          + answer.text("public_key")
          + "\n\nThen: wardbell backup target init";
    }

    private static boolean confirmed(String shown) {
      Console console =
          Optional.ofNullable(System.console())
              .filter(Console::isTerminal)
              .orElseThrow(() ->
                  new Refusal(
                      Wardbell.BAD_USAGE,
                      "There is no terminal to ask at. The server shows the key %s; if that is its key: --host-key \"%s\""
                          .formatted(shown, shown)));
      String answer =
          console.readLine(
              "The server shows the key%n  %s%nCompare it with what its administrator tells. Is it the same? (yes/no) ",
              shown);
      return "yes".equals(answer);
    }
  }
}

package hospital.wardbell.cli;

import hospital.wardbell.BootReader;
import hospital.wardbell.Home;
import hospital.wardbell.backup.Verifying;
import hospital.wardbell.base.Loop;
import hospital.wardbell.control.BackupCommands;
import hospital.wardbell.control.Refusal;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.vault.Keyring;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "backup",
    description = "Makes, lists, checks and tries out backups.",
    subcommands = {
      BackupCommand.Verify.class,
      BackupCommand.TestRestore.class,
      BackupTargetCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class BackupCommand {
  private static final String WHICH =
      "A backup at the target by its name, or a file by its path (default: the newest).";
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  Wardbell top() {
    return top;
  }

  @Command(name = "run", description = "Makes a backup now.")
  int run() {
    try (Loop _ = watch()) {
      return top.ask(
          spec.commandLine().getOut(),
          "backup.run",
          new JsonObject(),
          made -> "Made: %s, %,d octets.".formatted(made.text("backup"), made.number("octets")));
    }
  }

  /// Tells on standard error how far it has come.
  private Loop watch() {
    PrintWriter err = spec.commandLine().getErr();
    return Loop.start(
        "backup-progress",
        () -> {
          if (!top.json()) {
            told()
                .ifPresent(words -> {
                  err.println(words);
                  err.flush();
                });
          }
          return BETWEEN;
        });
  }

  private Optional<String> told() {
    try {
      JsonObject progress = top.caller().ask("backup.progress");
      long of = progress.maybeNumber("of").orElse(0L);
      return progress
          .maybeText("step")
          .map(step ->
              of > 0 ? "%s, %d %%".formatted(step, 100 * progress.number("octets") / of) : step);
    } catch (Refusal _) {
      return Optional.empty(); // what is asked beside tells what is wrong
    }
  }

  @Command(name = "list", description = "Lists the backups at the target, the newest first.")
  int list() {
    JsonObject answer = top.caller().ask("backup.list");
    List<JsonObject> backups = answer.objects("backups");
    PrintWriter out = spec.commandLine().getOut();
    for (JsonObject backup : backups) {
      out.println(
          top.json()
              ? backup.write()
              : "%s  %,15d octets".formatted(backup.text("backup"), backup.number("octets")));
    }
    return backups.isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
  }

  @Command(
      name = "prune",
      description = "Removes the backups that the settings backup.keep-... let go.")
  int prune() {
    return top.ask(
        spec.commandLine().getOut(),
        "backup.prune",
        new JsonObject(),
        answer -> "Removed: " + String.join(", ", answer.texts("removed")));
  }

  /// A path is made whole, since the service has another working directory.
  static JsonObject request(Optional<String> which) {
    JsonObject request = new JsonObject();
    which.ifPresent(named ->
        request.put(
            "backup",
            named.contains("/") || Files.exists(Path.of(named))
                ? Path.of(named).toAbsolutePath().normalize().toString()
                : named));
    return request;
  }

  @Command(
      name = "verify",
      description = {
        "Reads a backup whole and holds it to what was sealed.",
        "A file is read without the service too, if the service does not run or is sealed."
      })
  static final class Verify implements Callable<Integer> {
    @ParentCommand private BackupCommand group = new BackupCommand();
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private UnlockOptions unlocking = new UnlockOptions();

    @Parameters(paramLabel = "BACKUP", arity = "0..1", description = WHICH)
    private Optional<String> which = Optional.empty();

    @Override
    public Integer call() {
      JsonObject verified = verified();
      spec.commandLine()
          .getOut()
          .println(
              group.top.json()
                  ? verified.write()
                  : "Whole: %s, made %s, %,d octets of database in %d files."
                          .formatted(
                              verified.text("backup"),
                              verified.text("made_at"),
                              verified.number("octets"),
                              verified.number("files"))
                      + ended(verified.texts("ended")));
      return Wardbell.DONE;
    }

    private static String ended(List<String> periods) {
      return periods.isEmpty()
          ? ""
          : "%nDoes not come back, since the period has ended: what was under %s."
              .formatted(String.join(", ", periods));
    }

    private JsonObject verified() {
      try {
        return group.top.caller().ask("backup.verify", request(which));
      } catch (Refusal refusal) {
        Optional<Path> file = which.map(Path::of).filter(Files::isRegularFile);
        if (refusal.exit() != Wardbell.TRY_LATER || file.isEmpty()) {
          throw refusal;
        }
        return offline(file.get());
      }
    }

    private JsonObject offline(Path file) {
      var boot = BootReader.read(group.top.config());
      var home = new Home(boot.home());
      try (Keyring keyring = Keyring.open(home.keyring(), unlocking.unlock(Optional.of(boot)))) {
        return BackupCommands.shown(Verifying.verify(file, keyring));
      }
    }
  }

  @Command(
      name = "test-restore",
      aliases = "drill",
      description = {
        "Restores a backup on trial, checks it and throws it away.",
        "What it has shown is on record; the exit code is 1 if something does not hold."
      })
  static final class TestRestore implements Callable<Integer> {
    @ParentCommand private BackupCommand group = new BackupCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "BACKUP", arity = "0..1", description = WHICH)
    private Optional<String> which = Optional.empty();

    @Option(
        names = "--evidence",
        paramLabel = "FILE",
        description = "Write a page for the binder there, with the same as JSON under it.")
    private Optional<Path> evidence = Optional.empty();

    @Override
    public Integer call() {
      JsonObject answer = group.top.caller().ask("backup.test-restore", request(which));
      String page = answer.text("page");
      evidence.ifPresent(file -> write(file, page + "\n" + json(answer) + "\n"));
      PrintWriter out = spec.commandLine().getOut();
      out.println(group.top.json() ? json(answer) : page);
      return answer.flag("passed") ? Wardbell.DONE : Wardbell.FAILED;
    }

    private static String json(JsonObject answer) {
      return answer.object("evidence").orElseThrow().write();
    }

    private static void write(Path file, String text) {
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        throw Wardbell.failed("The evidence could not be written to " + file + ".");
      }
    }
  }
}

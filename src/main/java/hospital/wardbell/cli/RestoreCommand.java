package hospital.wardbell.cli;

import hospital.wardbell.Boot;
import hospital.wardbell.BootReader;
import hospital.wardbell.RestoreHome;
import hospital.wardbell.backup.Evidence;
import hospital.wardbell.backup.Progress;
import hospital.wardbell.backup.Restoring;
import hospital.wardbell.base.Actor;
import hospital.wardbell.control.Refusal;
import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
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
    name = "restore",
    description = {
      "Puts a backup in the place of the database, while the service is stopped.",
      "The old database stays aside. Sending is paused afterwards: look at the queue, then resume."
    })
final class RestoreCommand implements Callable<Integer> {
  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private UnlockOptions unlocking = new UnlockOptions();

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "The backup, a file that is here.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--dry-run",
      description = {
        "Unpack and check it, and change nothing.",
        "While the service runs: wardbell backup test-restore FILE."
      })
  private boolean dry;

  @Option(names = "--resume", description = "Go on with a restore that was broken off.")
  private boolean resume;

  @Option(
      names = "--undo",
      description = "Take back a restore that was broken off, or the last one.")
  private boolean undo;

  @Option(
      names = "--keyring",
      paramLabel = "COPY",
      description = "On a new machine: the copy of the keyring, which is put in its place.")
  private Optional<Path> keyring = Optional.empty();

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Restore there, whatever the boot file says.")
  private Optional<Path> home = Optional.empty();

  @Override
  public Integer call() {
    if ((file.isPresent() ? 1 : 0) + (resume ? 1 : 0) + (undo ? 1 : 0) != 1) {
      throw new Refusal(
          Wardbell.BAD_USAGE,
          "Name a backup's FILE, or give --resume or --undo, and one of them only.");
    }
    Optional<Boot> boot =
        home.isPresent() ? Optional.empty() : Optional.of(BootReader.read(top.config()));
    Path directory = home.or(() -> boot.map(Boot::home)).orElseThrow().toAbsolutePath();
    return undo ? undone(directory) : done(directory, boot);
  }

  private int undone(Path directory) {
    Optional<Path> back = RestoreHome.undo(directory, InstantSource.system());
    PrintWriter out = spec.commandLine().getOut();
    if (top.json()) {
      out.println(
          new JsonObject().put("undone", true).put("database", back.map(Path::toString)).write());
    } else {
      out.println(
          back.isPresent()
              ? "Taken back: the database is what it was before the restore."
              : "Taken back: there is no database, as before the restore.");
    }
    return Wardbell.DONE;
  }

  private int done(Path directory, Optional<Boot> boot) {
    RestoreHome.Request request =
        new RestoreHome.Request(
            directory,
            keyring.map(Path::toAbsolutePath),
            unlocking.unlock(boot),
            new Actor.Operator(System.getProperty("user.name")),
            InstantSource.system());
    PrintWriter err = spec.commandLine().getErr();
    Progress progress =
        step -> {
          if (!top.json()) {
            err.println(step.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            err.flush();
          }
        };
    show(
        resume
            ? RestoreHome.resume(request, progress)
            : RestoreHome.restore(request, file.orElseThrow().toAbsolutePath(), dry, progress));
    return Wardbell.DONE;
  }

  private void show(Restoring.Outcome outcome) {
    PrintWriter out = spec.commandLine().getOut();
    if (top.json()) {
      out.println(
          new JsonObject()
              .put("backup", outcome.name())
              .put("made_at", outcome.madeAt().toString())
              .put("restored", !dry)
              .put("aside", outcome.aside().map(Path::toString))
              .put("ended_records", outcome.ended())
              .put("wrong", outcome.wrong())
              .write());
      return;
    }
    outcome.wrong().forEach(what -> out.println("Take care: " + what));
    if (outcome.ended() > 0) {
      out.println("Do not come back: " + Evidence.inWords(outcome.ended()) + ".");
    }
    if (dry) {
      out.printf(
          "%s, made %s, can be restored. Nothing was changed.%n", outcome.name(), outcome.madeAt());
      return;
    }
    out.printf("Restored: %s, made %s.%n", outcome.name(), outcome.madeAt());
    outcome
        .aside()
        .ifPresent(old ->
            out.printf(
                "The database of before is %s. Back to it: wardbell restore --undo. Remove it once all is well.%n",
                old));
    out.println(
        "Sending is paused. Texts that wait may have gone out after the backup was made, and who opted out since is not known."
            + " Start the service, look at: wardbell queue show, cancel what is stale, then: wardbell queue resume");
  }
}

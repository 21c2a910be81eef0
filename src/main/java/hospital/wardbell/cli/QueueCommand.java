package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "queue",
    description = "The texts that wait: seeing, pausing, trying again, taking back.",
    subcommands = {
      QueueCommand.Show.class,
      QueueCommand.Pause.class,
      QueueCommand.Resume.class,
      QueueCommand.Retry.class,
      QueueCommand.Cancel.class,
      QueueCommand.Release.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class QueueCommand {
  @ParentCommand private Wardbell top = new Wardbell();

  private JsonObject ask(String command, Optional<String> reference) {
    JsonObject request = new JsonObject();
    reference.ifPresent(named -> request.put("reference", named));
    return top.caller().ask(command, request);
  }

  @Command(name = "show", description = "Lists what waits, without numbers and texts.")
  static final class Show implements Callable<Integer> {
    @ParentCommand private QueueCommand group = new QueueCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      JsonObject queue = group.ask("queue.show", Optional.empty());
      PrintWriter out = spec.commandLine().getOut();
      if (group.top.json()) {
        queue.objects("messages").forEach(message -> out.println(message.write()));
      } else {
        if (queue.flag("paused")) {
          out.println("Sending is paused. Go on with: wardbell queue resume");
        }
        queue.objects("messages").forEach(message -> out.println(line(message)));
      }
      return queue.objects("messages").isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
    }

    private static String line(JsonObject message) {
      return "%-9s %-10s part %d of %d  since %s%s%s"
          .formatted(
              message.text("reference"),
              message.text("state"),
              message.number("part"),
              message.number("parts"),
              message.text("queued_at"),
              message.maybeText("modem").map(modem -> "  by " + modem).orElse(""),
              message
                  .maybeText("why")
                  .map(why -> "  until " + message.text("until") + " (" + why + ")")
                  .orElse(""));
    }
  }

  @Command(name = "pause", description = "Sends nothing, by no modem, until resume.")
  static final class Pause implements Callable<Integer> {
    @ParentCommand private QueueCommand group = new QueueCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      group.ask("queue.pause", Optional.empty());
      spec.commandLine().getOut().println("Nothing is sent now. Texts still arrive.");
      return Wardbell.DONE;
    }
  }

  @Command(name = "resume", description = "Sends again.")
  static final class Resume implements Callable<Integer> {
    @ParentCommand private QueueCommand group = new QueueCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      group.ask("queue.resume", Optional.empty());
      spec.commandLine().getOut().println("Sending goes on.");
      return Wardbell.DONE;
    }
  }

  @Command(name = "retry", description = "Tries a text again at once that was refused for a while.")
  static final class Retry implements Callable<Integer> {
    @ParentCommand private QueueCommand group = new QueueCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "REFERENCE", description = "As queue show has it: W-7K3QF2.")
    private String reference = "";

    @Override
    public Integer call() {
      group.ask("queue.retry", Optional.of(reference));
      spec.commandLine().getOut().println("It is tried again now.");
      return Wardbell.DONE;
    }
  }

  @Command(name = "cancel", description = "Takes a text back that has not gone out.")
  static final class Cancel implements Callable<Integer> {
    @ParentCommand private QueueCommand group = new QueueCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "REFERENCE", description = "As queue show has it: W-7K3QF2.")
    private String reference = "";

    @Override
    public Integer call() {
      group.ask("queue.cancel", Optional.of(reference));
      spec.commandLine().getOut().println("Taken back; it is not sent.");
      return Wardbell.DONE;
    }
  }

  @Command(
      name = "release",
      description = "Lets texts go that are held because texting was out for long; all, or one.")
  static final class Release implements Callable<Integer> {
    @ParentCommand private QueueCommand group = new QueueCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
        paramLabel = "REFERENCE",
        arity = "0..1",
        description = "As queue show has it; without one, all.")
    private String reference = "";

    @Override
    public Integer call() {
      group.ask("queue.release", Optional.of(reference).filter(named -> !named.isEmpty()));
      spec.commandLine().getOut().println("They go out now.");
      return Wardbell.DONE;
    }
  }
}

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
    subcommands = QueueCommand.Show.class,
    synopsisSubcommandLabel = "COMMAND")
final class QueueCommand {
  private static final String NAMED = "As queue show has it: W-7K3QF2.";

  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "show", description = "Lists what waits, without numbers and texts.")
  static final class Show implements Callable<Integer> {
    @ParentCommand private QueueCommand group = new QueueCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      JsonObject queue = group.top.caller().ask("queue.show");
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
  int pause() {
    return order("queue.pause", Optional.empty(), "Nothing is sent now. Texts still arrive.");
  }

  @Command(name = "resume", description = "Sends again.")
  int resume() {
    return order("queue.resume", Optional.empty(), "Sending goes on.");
  }

  @Command(name = "retry", description = "Tries a text again at once that was refused for a while.")
  int retry(@Parameters(paramLabel = "REFERENCE", description = NAMED) String reference) {
    return order("queue.retry", Optional.of(reference), "It is tried again now.");
  }

  @Command(name = "cancel", description = "Takes a text back that has not gone out.")
  int cancel(@Parameters(paramLabel = "REFERENCE", description = NAMED) String reference) {
    return order("queue.cancel", Optional.of(reference), "Taken back; it is not sent.");
  }

  @Command(
      name = "release",
      description = "Lets texts go that are held because texting was out for long; all, or one.")
  int release(
      @Parameters(paramLabel = "REFERENCE", arity = "0..1", description = NAMED)
          Optional<String> reference) {
    return order("queue.release", reference, "They go out now.");
  }

  private int order(String command, Optional<String> reference, String words) {
    return top.ask(spec.commandLine().getOut(), command, request(reference), _ -> words);
  }

  private static JsonObject request(Optional<String> reference) {
    JsonObject request = new JsonObject();
    reference.ifPresent(named -> request.put("reference", named));
    return request;
  }
}

package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// A subcommand that asks or tells one modem something and says what came of it.
@Command
abstract class ModemAsked implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "As modem list shows it.")
  private String name = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  abstract Wardbell top();

  /// The service's name of it.
  abstract String command();

  /// What a person reads of the answer.
  abstract String words(JsonObject answer);

  @Override
  public Integer call() {
    JsonObject answer = top().caller().ask(command(), new JsonObject().put("name", name));
    spec.commandLine().getOut().println(top().json() ? answer.write() : words(answer));
    return Wardbell.DONE;
  }

  @Command(name = "drain", description = "Sends nothing more through a modem; it still receives.")
  static final class Drain extends ModemAsked {
    @ParentCommand private ModemCommand group = new ModemCommand();

    @Override
    Wardbell top() {
      return group.top();
    }

    @Override
    String command() {
      return "modem.drain";
    }

    @Override
    String words(JsonObject answer) {
      return "Nothing more is sent through it. It still receives.";
    }
  }

  @Command(name = "resume", description = "Sends through a drained modem again.")
  static final class Resume extends ModemAsked {
    @ParentCommand private ModemCommand group = new ModemCommand();

    @Override
    Wardbell top() {
      return group.top();
    }

    @Override
    String command() {
      return "modem.resume";
    }

    @Override
    String words(JsonObject answer) {
      return "It sends again.";
    }
  }

  @Command(name = "probe", description = "Sets a modem up anew.")
  static final class Probe extends ModemAsked {
    @ParentCommand private ModemCommand group = new ModemCommand();

    @Override
    Wardbell top() {
      return group.top();
    }

    @Override
    String command() {
      return "modem.probe";
    }

    @Override
    String words(JsonObject answer) {
      return "It is being set up anew. See: wardbell modem list";
    }
  }

  @Command(name = "reset", description = "Has a modem restart, by the command of its profile.")
  static final class Reset extends ModemAsked {
    @ParentCommand private ModemCommand group = new ModemCommand();

    @Override
    Wardbell top() {
      return group.top();
    }

    @Override
    String command() {
      return "modem.reset";
    }

    @Override
    String words(JsonObject answer) {
      return "It restarts; that takes up to a minute. See: wardbell modem list";
    }
  }

  @Command(name = "test", description = "Has a modem text its own number and wait for that text.")
  static final class Test extends ModemAsked {
    @ParentCommand private ModemCommand group = new ModemCommand();

    @Override
    Wardbell top() {
      return group.top();
    }

    @Override
    String command() {
      return "modem.test";
    }

    @Override
    String words(JsonObject answer) {
      return "It texts itself as soon as it can send. See: wardbell sim status";
    }
  }

  @Command(
      name = "profile",
      description = "Says what a modem is and by which profile it is driven.")
  static final class Profile extends ModemAsked {
    @ParentCommand private ModemCommand group = new ModemCommand();

    @Override
    Wardbell top() {
      return group.top();
    }

    @Override
    String command() {
      return "modem.profile";
    }

    @Override
    String words(JsonObject answer) {
      return "profile: "
          + answer.maybeText("profile").orElse("none yet")
          + "\n"
          + answer.text("told");
    }
  }

  @Command(name = "storage", description = "Says how full the store is that a modem receives into.")
  static final class Storage extends ModemAsked {
    @ParentCommand private ModemCommand group = new ModemCommand();

    @Override
    Wardbell top() {
      return group.top();
    }

    @Override
    String command() {
      return "modem.storage";
    }

    @Override
    String words(JsonObject answer) {
      return answer
          .maybeNumber("stored_percent")
          .map(percent -> percent + " % full")
          .orElse("Not known yet; it is asked once a minute.");
    }
  }
}

package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "siem",
    description = "Log collectors that are sent the audit log as it grows.",
    subcommands = {SiemCommand.Listing.class, SiemCommand.Addition.class},
    synopsisSubcommandLabel = "COMMAND")
final class SiemCommand {
  private static final String NAMED = "As siem list has it.";

  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "list", description = "Lists the collectors and how it goes.")
  static final class Listing implements Callable<Integer> {
    @ParentCommand private SiemCommand group = new SiemCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      List<JsonObject> targets = group.top.caller().ask("siem.list").objects("targets");
      PrintWriter out = spec.commandLine().getOut();
      targets.forEach(target -> out.println(group.top.json() ? target.write() : line(target)));
      return targets.isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
    }

    private static String line(JsonObject target) {
      return "%-20s tls://%s:%d %s  %s, %d waiting, %d given up%s"
          .formatted(
              target.text("name"),
              target.text("host"),
              target.number("port"),
              target.text("format"),
              target.flag("connected") ? "connected" : "not connected",
              target.number("waiting"),
              target.number("dropped"),
              target.maybeText("trouble").map(words -> "\n  " + words).orElse(""));
    }
  }

  @Command(
      name = "add",
      description = "Sends the audit log to a collector, from now on, as syslog over TLS.")
  static final class Addition implements Callable<Integer> {
    @ParentCommand private SiemCommand group = new SiemCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "NAME", description = "What to call it.")
    private String name = "";

    @Parameters(
        index = "1",
        paramLabel = "ADDRESS",
        description = "tls://HOST:PORT; without a port 6514.")
    private String address = "";

    @Option(
        names = "--ca",
        paramLabel = "FILE",
        required = true,
        description = "The certificates (PEM) of the authority that vouches for it.")
    private Path authority = Path.of("");

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        description = "json (as in the log) or cef (default: json).")
    private Format format = Format.JSON;

    /// What a message's body is.
    enum Format {
      JSON,
      CEF
    }

    @Override
    public Integer call() {
      group
          .top
          .caller()
          .ask(
              "siem.add",
              new JsonObject()
                  .put("name", name)
                  .put("address", address)
                  .put("format", format.name())
                  .put("authority", read(authority)));
      spec.commandLine()
          .getOut()
          .println("Added. See whether it takes anything: wardbell siem test " + name);
      return Wardbell.DONE;
    }

    private static String read(Path file) {
      try {
        return Files.readString(file, StandardCharsets.US_ASCII);
      } catch (IOException e) {
        throw Wardbell.failed("The file %s cannot be read as PEM.".formatted(file));
      }
    }
  }

  @Command(name = "remove", description = "Sends a collector nothing any more.")
  int remove(@Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return order("siem.remove", name, "Removed. What waited for it is not sent.");
  }

  @Command(name = "test", description = "Connects to a collector and sends one entry.")
  int test(@Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return order("siem.test", name, "It took an entry called siem.tested. Look for it there.");
  }

  private int order(String command, String name, String words) {
    return top.ask(
        spec.commandLine().getOut(), command, new JsonObject().put("name", name), _ -> words);
  }
}

package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "config",
    description = "What is set while the service runs; every version is kept.",
    subcommands = {
      ConfigCommand.Listing.class,
      ConfigCommand.Change.class,
      ConfigCommand.History.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand {
  @ParentCommand private Wardbell top = new Wardbell();

  private static JsonObject request(String setting, Optional<String> line) {
    JsonObject request = new JsonObject().put("setting", setting);
    line.ifPresent(name -> request.put("line", name));
    return request;
  }

  @Command(name = "list", description = "Lists every setting and its value.")
  static final class Listing implements Callable<Integer> {
    @ParentCommand private ConfigCommand group = new ConfigCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      JsonObject listed = group.top.caller().ask("config.list");
      PrintWriter out = spec.commandLine().getOut();
      for (String part : List.of("settings", "lines")) {
        for (JsonObject setting : listed.objects(part)) {
          out.println(group.top.json() ? setting.write() : line(setting));
        }
      }
      return Wardbell.DONE;
    }

    private static String line(JsonObject setting) {
      String name =
          setting.text("setting") + setting.maybeText("line").map(l -> " of " + l).orElse("");
      return "%-40s %s".formatted(name, setting.text("value"));
    }
  }

  @Command(name = "set", description = "Sets a value; it holds at once.")
  static final class Change implements Callable<Integer> {
    @ParentCommand private ConfigCommand group = new ConfigCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "SETTING", description = "As config list shows it.")
    private String setting = "";

    @Parameters(index = "1", paramLabel = "VALUE", description = "Its new value.")
    private String value = "";

    @Option(names = "--line", paramLabel = "NAME", description = "For this modem line alone.")
    private Optional<String> line = Optional.empty();

    @Override
    public Integer call() {
      group.top.caller().ask("config.set", request(setting, line).put("value", value));
      spec.commandLine().getOut().println("Set.");
      return Wardbell.DONE;
    }
  }

  @Command(name = "history", description = "Lists the versions of a setting, the newest first.")
  static final class History implements Callable<Integer> {
    @ParentCommand private ConfigCommand group = new ConfigCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SETTING", description = "As config list shows it.")
    private String setting = "";

    @Option(names = "--line", paramLabel = "NAME", description = "Of this modem line alone.")
    private Optional<String> line = Optional.empty();

    @Override
    public Integer call() {
      List<JsonObject> versions =
          group.top.caller().ask("config.history", request(setting, line)).objects("versions");
      PrintWriter out = spec.commandLine().getOut();
      for (JsonObject version : versions) {
        out.println(
            group.top.json()
                ? version.write()
                : "%4d  %s  %s  %s"
                    .formatted(
                        version.number("version"),
                        version.text("at"),
                        version.text("by"),
                        version.text("value")));
      }
      return versions.isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
    }
  }
}

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
    name = "token",
    description = "Tokens for programs that use the REST API.",
    subcommands = {
      TokenCommand.Create.class,
      TokenCommand.Listing.class,
      TokenCommand.Revoke.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class TokenCommand {
  @ParentCommand private Wardbell top = new Wardbell();

  @Command(name = "create", description = "Makes a token and prints it, this once.")
  static final class Create implements Callable<Integer> {
    @ParentCommand private TokenCommand group = new TokenCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "Which program it is for.")
    private String name = "";

    @Option(
        names = "--scope",
        description = {
          "send (default): queue texts and ask what became of them.",
          "read: read texts too; only in a trial home."
        })
    private List<String> scopes = new ArrayList<>();

    @Override
    public Integer call() {
      JsonObject made =
          group
              .top
              .caller()
              .ask("token.create", new JsonObject().put("name", name).put("scopes", scopes));
      PrintWriter out = spec.commandLine().getOut();
      out.println(group.top.json() ? made.write() : made.text("token"));
      return Wardbell.DONE;
    }
  }

  @Command(name = "list", description = "Lists the tokens, without their secrets.")
  static final class Listing implements Callable<Integer> {
    @ParentCommand private TokenCommand group = new TokenCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      List<JsonObject> tokens = group.top.caller().ask("token.list").objects("tokens");
      PrintWriter out = spec.commandLine().getOut();
      for (JsonObject token : tokens) {
        out.println(
            group.top.json()
                ? token.write()
                : "%s  %-24s %s%s"
                    .formatted(
                        token.text("id"),
                        token.text("name"),
                        String.join(",", token.texts("scopes")),
                        token.flag("revoked") ? "  revoked" : ""));
      }
      return tokens.isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
    }
  }

  @Command(name = "revoke", description = "Ends a token, at once.")
  static final class Revoke implements Callable<Integer> {
    @ParentCommand private TokenCommand group = new TokenCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "As token list shows it.")
    private String id = "";

    @Override
    public Integer call() {
      group.top.caller().ask("token.revoke", new JsonObject().put("id", id));
      spec.commandLine().getOut().println("Revoked.");
      return Wardbell.DONE;
    }
  }
}

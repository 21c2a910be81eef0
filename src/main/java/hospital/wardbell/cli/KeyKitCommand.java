package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "recovery-kit",
    description = {
      "Makes a recovery kit and prints its shares, one a page.",
      "Then one is to be typed back. Only then does the kit take the former one's place."
    })
final class KeyKitCommand implements Callable<Integer> {
  static final String FIVE = "5";
  static final String THREE = "3";

  @ParentCommand private KeyCommand group = new KeyCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--shares",
      defaultValue = FIVE,
      description = "How many shares to print (default: ${DEFAULT-VALUE}).")
  private int shares;

  @Option(
      names = "--needed",
      defaultValue = THREE,
      description = "How many of them open the keyring (default: ${DEFAULT-VALUE}).")
  private int needed;

  @Option(
      names = "--no-check",
      description = "Do not ask for a share now; key verify-kit does, later.")
  private boolean noCheck;

  @Override
  public Integer call() {
    Wardbell top = group.top();
    PrintWriter out = spec.commandLine().getOut();
    JsonObject kit =
        top.caller()
            .ask("key.kit.make", new JsonObject().put("shares", shares).put("needed", needed));
    if (top.json()) {
      out.println(kit.write());
      return Wardbell.DONE;
    }
    print(out, kit.texts("pages"));
    PrintWriter err = spec.commandLine().getErr();
    if (noCheck) {
      err.println("It counts once a share was typed back: wardbell key verify-kit");
      return Wardbell.DONE;
    }
    ask(err);
    return KeyCommand.verify(top, err, TypedShares.from("").next());
  }

  /// One share a page.
  static void print(PrintWriter out, List<String> pages) {
    out.print(String.join("\f", pages));
    out.flush();
  }

  static void ask(PrintWriter err) {
    err.println(
        "Print the pages or write them down. Then type the words of any one of them, from the paper:");
    err.flush();
  }
}

package hospital.wardbell.cli;

import hospital.wardbell.BootReader;
import hospital.wardbell.Home;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.vault.ClosedKeyring;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `unlock`, and `key unlock`, which is the same.
@Command(
    name = "unlock",
    description = "Opens the keyring of the running service, by passphrase or recovery kit.")
final class UnlockCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Read the passphrase's one line from FILE; - is standard input.")
  private String file = "";

  @Option(names = "--recovery", description = "Open it by shares of the recovery kit.")
  private boolean recovery;

  @Option(
      names = "--shares-file",
      paramLabel = "FILE",
      description = "Read the shares' words from FILE, an empty line between; - is standard input.")
  private String sharesFile = "";

  @Override
  public Integer call() {
    Wardbell top = (Wardbell) spec.root().userObject();
    JsonObject request =
        recovery
            ? new JsonObject().put("shares", shares(top))
            : new JsonObject().put("passphrase", Passphrases.read(file, "Passphrase: "));
    return top.ask(spec.commandLine().getOut(), "unlock", request, UnlockCommand::words);
  }

  private static String words(JsonObject answer) {
    return StatusCommand.stranded(answer).map(more -> "Open. " + more).orElse("Open.");
  }

  private List<String> shares(Wardbell top) {
    Home home = new Home(BootReader.read(top.config()).home());
    int needed = new ClosedKeyring(home.keyring()).sharesNeeded();
    if (needed == 0) {
      throw Wardbell.failed("This keyring has no recovery kit. Nothing was changed.");
    }
    return TypedShares.from(sharesFile).all(needed, spec.commandLine().getErr());
  }
}

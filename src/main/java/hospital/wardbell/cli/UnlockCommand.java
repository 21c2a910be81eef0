package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "unlock", description = "Opens the keyring of the running service.")
final class UnlockCommand implements Callable<Integer> {
  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Read the passphrase's one line from FILE; - is standard input.")
  private String file = "";

  @Override
  public Integer call() {
    top.caller()
        .ask("unlock", new JsonObject().put("passphrase", Passphrases.read(file, "Passphrase: ")));
    spec.commandLine().getOut().println("Open.");
    return Wardbell.DONE;
  }
}

package hospital.wardbell.cli;

import hospital.wardbell.ProductVersion;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "version", description = "Prints the version, and what does the cryptography.")
final class VersionCommand implements Callable<Integer> {
  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    String version = ProductVersion.text();
    String inUse = Cryptography.ofThisBuild().inUse();
    var out = spec.commandLine().getOut();
    out.println(
        top.json()
            ? new JsonObject().put("version", version).put("cryptography", inUse).write()
            : "Wardbell " + version + ", Java " + Runtime.version() + "\nCryptography: " + inUse);
    return Wardbell.DONE;
  }
}

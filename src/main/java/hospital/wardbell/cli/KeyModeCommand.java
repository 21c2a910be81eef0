package hospital.wardbell.cli;

import hospital.wardbell.control.Refusal;
import hospital.wardbell.json.JsonObject;
import java.io.Console;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "mode",
    description = "Changes what opens the keyring at start; the recovery kit stays as it is.",
    synopsisSubcommandLabel = "MODE")
final class KeyModeCommand {
  private static final String FROM_FILE =
      "Read the passphrase's one line from FILE; - is standard input.";

  private static final int MOST_OCTETS = 1024;
  private static final String CREDENTIAL_STEPS =
      """
      1. Make the key and have systemd encrypt it; it is nowhere in the clear:
         wardbell key mode credential --make | systemd-creds encrypt --name=wardbell-root --with-key=KIND - /etc/wardbell/wardbell-root.cred
      2. Show that systemd gives it back; only then does what opened the keyring until now stop to:
         systemd-creds decrypt --name=wardbell-root /etc/wardbell/wardbell-root.cred - | wardbell key mode credential --use
      3. In the unit (systemctl edit wardbell):
         [Service]
         LoadCredentialEncrypted=wardbell-root:/etc/wardbell/wardbell-root.cred
      4. In the boot file:
         unlock:
           credential: wardbell-root
      Have a recovery kit: if this machine's key or its TPM is lost, nothing else opens the keyring.
      """;

  @ParentCommand private KeyCommand group = new KeyCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "hand", description = "A new passphrase, which a person types at each start.")
  int hand(
      @Option(
              names = "--passphrase-file",
              paramLabel = "FILE",
              defaultValue = "",
              description = FROM_FILE)
          String file) {
    return passphrase(
        file,
        "Only this passphrase opens it now. In the boot file leave out the block \"unlock\".");
  }

  @Command(
      name = "passphrase",
      description = "A new passphrase, which the service reads from a file at each start.")
  int passphrase(
      @Option(
              names = "--passphrase-file",
              paramLabel = "FILE",
              defaultValue = "",
              description = FROM_FILE)
          String file) {
    return passphrase(
        file,
        "Only this passphrase opens it now. Put it into a file that only the service may read, and in the boot file write:%nunlock:%n  passphrase-file: FILE"
            .formatted());
  }

  private int passphrase(String file, String words) {
    String typed = file.isEmpty() ? Passphrases.chosen() : Passphrases.read(file, "");
    return group
        .top()
        .ask(
            spec.commandLine().getOut(),
            "key.passphrase",
            new JsonObject().put("passphrase", typed),
            _ -> words);
  }

  @Command(
      name = "credential",
      description = {
        "A random key that systemd keeps for this machine and hands over at each start.",
        "It is encrypted by the machine's own key or its TPM. Without an option it says how; --make and"
            + " --use are its two steps."
      })
  int credential(
      @Option(
              names = "--make",
              description =
                  "Make the key and write its octets to standard output, a pipe to systemd-creds.")
          boolean make,
      @Option(
              names = "--use",
              description =
                  "Read the octets from standard input; if they open the keyring, they alone do now.")
          boolean use,
      @Option(
              names = "--with-key",
              defaultValue = "tpm2",
              description = "For the words: host, tpm2 or host+tpm2 (default: ${DEFAULT-VALUE}).")
          String withKey)
      throws IOException {
    if (make) {
      return make();
    }
    return use ? use() : explain(withKey);
  }

  private int explain(String withKey) {
    spec.commandLine().getOut().print(CREDENTIAL_STEPS.replace("KIND", withKey));
    return Wardbell.DONE;
  }

  private int make() throws IOException {
    if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
      throw new Refusal(
          Wardbell.BAD_USAGE,
          "The key is for a pipe, not for a screen. How it is done: wardbell key mode credential");
    }
    String made = group.top().caller().ask("key.credential.make").text("credential");
    System.out.write(HexFormat.of().parseHex(made));
    System.out.flush();
    return Wardbell.DONE;
  }

  private int use() throws IOException {
    String read = HexFormat.of().formatHex(System.in.readNBytes(MOST_OCTETS));
    return group
        .top()
        .ask(
            spec.commandLine().getOut(),
            "key.credential.use",
            new JsonObject().put("credential", read),
            _ ->
                "Only this credential opens it now, and the recovery kit if there is one. If this machine's key or its TPM is lost, only the kit does.");
  }
}

package hospital.wardbell.cli;

import hospital.wardbell.Boot;
import hospital.wardbell.Unlocking;
import hospital.wardbell.vault.Unlock;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How a subcommand that works without the service opens the keyring: as the boot file says, or by
/// a passphrase.
final class UnlockOptions {
  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Read the keyring's passphrase from FILE; - is standard input.")
  private String file = "";

  Unlock unlock(Optional<Boot> boot) {
    Optional<Unlock> given =
        file.isEmpty() ? boot.flatMap(UnlockOptions::byItself) : Optional.empty();
    return given.orElseGet(
        () -> Unlocking.typed(Passphrases.read(file, "The keyring's passphrase: ")));
  }

  private static Optional<Unlock> byItself(Boot boot) {
    return Unlocking.read(
        boot.unlock(), Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")).map(Path::of));
  }
}

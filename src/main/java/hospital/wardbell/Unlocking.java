package hospital.wardbell;

import hospital.wardbell.Boot.UnlockBy;
import hospital.wardbell.base.Secret;
import hospital.wardbell.vault.Unlock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Where the boot file says that the keyring's opener is, read.
public final class Unlocking {
  private static final int ROOT_KEY_OCTETS = 32;

  private Unlocking() {}

  /// Empty if a person must open it by hand.
  ///
  /// @param credentials the directory in which systemd puts credentials, `$CREDENTIALS_DIRECTORY`
  /// @throws BootFault if the file or credential is missing or has the wrong length
  public static Optional<Unlock> read(UnlockBy by, Optional<Path> credentials) {
    return switch (by) {
      case UnlockBy.Hand() -> Optional.empty();
      case UnlockBy.PassphraseFile(Path file) -> Optional.of(passphrase(file));
      case UnlockBy.Credential(String name) ->
          Optional.of(
              credential(
                  credentials
                      .orElseThrow(() ->
                          new BootFault(
                              "unlock.credential: systemd handed over no credentials; start the service by its unit"))
                      .resolve(name)));
    };
  }

  /// What a person typed.
  public static Unlock typed(String passphrase) {
    return new Unlock.Passphrase(Secret.copyOf(passphrase.toCharArray()));
  }

  private static Unlock passphrase(Path file) {
    byte[] octets = octets(file, "unlock.passphrase-file");
    String passphrase = new String(octets, StandardCharsets.UTF_8).strip();
    if (passphrase.isEmpty()) {
      throw new BootFault("unlock.passphrase-file: %s is empty".formatted(file));
    }
    return typed(passphrase);
  }

  private static Unlock credential(Path file) {
    byte[] octets = octets(file, "unlock.credential");
    if (octets.length != ROOT_KEY_OCTETS) {
      throw new BootFault(
          "unlock.credential: the root key has %d octets, %d are expected"
              .formatted(octets.length, ROOT_KEY_OCTETS));
    }
    Unlock unlock = new Unlock.Credential(Secret.copyOf(octets));
    Arrays.fill(octets, (byte) 0);
    return unlock;
  }

  private static byte[] octets(Path file, String key) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BootFault(
          "%s: %s cannot be read; is it there, and may this user read it?".formatted(key, file));
    }
  }
}

package hospital.wardbell.vault;

import java.nio.file.Path;

/// What a keyring's file tells without being opened. Each asks the file anew.
public record ClosedKeyring(Path file) {
  /// How many shares open its recovery kit; 0 if it has none.
  ///
  /// @throws VaultFault of kind KEYRING
  public int sharesNeeded() {
    return Keyring.read(file).ways().stream()
        .mapToInt(way -> way.means() instanceof Means.Recovery(Kit kit) ? kit.needed() : 0)
        .max()
        .orElse(0);
  }

  /// Whether it has a passphrase that only the other build can try.
  ///
  /// @throws VaultFault of kind KEYRING
  public boolean isPassphraseOfOtherBuild() {
    return Keyring.read(file).ways().stream()
        .anyMatch(way ->
            way.means() instanceof Means.Passphrase(Stretch stretch) && !stretch.isDoneHere());
  }
}

package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import java.nio.file.Path;

/// The keys of one home, open in memory.
public final class Keyring implements AutoCloseable {
  /// Makes a keyring file with fresh keys, mode 0600, written to a temporary name, forced to disk
  /// and renamed.
  ///
  /// @throws VaultFault of kind KEYRING if `file` exists
  public static Keyring create(Path file, Unlock unlock) {
    throw new IllegalStateException("not built");
  }

  /// @throws VaultFault of kind WRONG_UNLOCK or KEYRING
  public static Keyring open(Path file, Unlock unlock) {
    throw new IllegalStateException("not built");
  }

  /// 32 octets; the same object each time, wiped when the keyring is closed.
  public Secret databaseKey() {
    throw new IllegalStateException("not built");
  }

  /// Overwrites the keys in memory.
  @Override
  public void close() {
    throw new IllegalStateException("not built");
  }
}

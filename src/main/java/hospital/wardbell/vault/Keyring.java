package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keys of one home, open in memory. Any thread.
public final class Keyring implements AutoCloseable {
  private static final String DATABASE = "database";
  private static final String INDEX = "index";
  private static final String PSEUDONYM = "audit.pseudonym";

  private final List<Key> keys;

  private Keyring(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /// Makes a keyring file with fresh keys, mode 0600, written to a temporary name, forced to disk
  /// and renamed.
  ///
  /// @throws VaultFault of kind KEYRING if `file` exists or cannot be written
  public static Keyring create(Path file, Unlock unlock) {
    return create(file, unlock, Stretch.strong());
  }

  static Keyring create(Path file, Unlock unlock, Stretch price) {
    if (Files.exists(file)) {
      throw new VaultFault(
          VaultFault.Kind.KEYRING, "There is a keyring already. It was left as it is.");
    }
    List<Key> keys = fresh();
    try {
      SafeFile.replace(file, KeyringFile.of(keys, unlock, price).bytes(), SafeFile.PRIVATE);
    } catch (IOException e) {
      throw new VaultFault(
          VaultFault.Kind.KEYRING, "The keyring cannot be written. Check disk and mode.", e);
    }
    return new Keyring(keys);
  }

  /// @throws VaultFault of kind WRONG_UNLOCK or KEYRING
  public static Keyring open(Path file, Unlock unlock) {
    KeyringFile read;
    try {
      read = KeyringFile.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new VaultFault(
          VaultFault.Kind.KEYRING, "The keyring file is missing or cannot be read.", e);
    }
    return new Keyring(
        read.open(unlock)
            .orElseThrow(() ->
                new VaultFault(
                    VaultFault.Kind.WRONG_UNLOCK,
                    "That does not open the keyring. Nothing was changed; try again.")));
  }

  private static List<Key> fresh() {
    List<Key> keys = new ArrayList<>();
    keys.add(Key.fresh(DATABASE));
    keys.add(Key.fresh(INDEX));
    keys.add(Key.fresh(PSEUDONYM));
    for (Vault.Subject subject : Vault.Subject.values()) {
      keys.add(Key.fresh(purpose(subject)));
    }
    return keys;
  }

  /// 32 octets; the same object each time, wiped when the keyring is closed.
  public Secret databaseKey() {
    return current(DATABASE).octets();
  }

  Secret indexKey() {
    return current(INDEX).octets();
  }

  Secret pseudonymKey() {
    return current(PSEUDONYM).octets();
  }

  /// The key that wraps new data keys about such a subject.
  Key wrapping(Vault.Subject subject) {
    return current(purpose(subject));
  }

  /// The key of that id, current or not.
  Optional<Key> byId(Id id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  private Key current(String purpose) {
    return keys.reversed().stream()
        .filter(key -> key.purpose().equals(purpose))
        .findFirst()
        .orElseThrow(() ->
            new VaultFault(VaultFault.Kind.KEYRING, "The keyring has no key for " + purpose + "."));
  }

  private static String purpose(Vault.Subject subject) {
    return "kek." + subject;
  }

  /// Overwrites the keys in memory.
  @Override
  public void close() {
    keys.forEach(key -> key.octets().close());
  }
}

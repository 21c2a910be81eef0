package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys of one home, open in memory. Any thread.
public final class Keyring implements AutoCloseable {
  private static final String DATABASE = "database";
  private static final String INDEX = "index";
  private static final String PSEUDONYM = "audit.pseudonym";
  private static final String SIGNING = "audit.signing";
  private static final String BACKUP = "backup";

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
    List<Key> keys = completed(List.of());
    write(file, KeyringFile.of(keys, unlock, price));
    return new Keyring(keys);
  }

  /// Opens a keyring file. Keys for purposes that came into being after it was made are added to
  /// it.
  ///
  /// @throws VaultFault of kind WRONG_UNLOCK or KEYRING
  public static Keyring open(Path file, Unlock unlock) {
    KeyringFile read = read(file);
    try (Secret root =
        read.root(unlock)
            .orElseThrow(() ->
                new VaultFault(
                    VaultFault.Kind.WRONG_UNLOCK,
                    "That does not open the keyring. Nothing was changed; try again."))) {
      List<Key> there = read.keys(root);
      List<Key> keys = completed(there);
      if (keys.size() > there.size()) {
        write(file, read.with(keys, root));
      }
      return new Keyring(keys);
    }
  }

  private static KeyringFile read(Path file) {
    try {
      return KeyringFile.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new VaultFault(
          VaultFault.Kind.KEYRING, "The keyring file is missing or cannot be read.", e);
    }
  }

  private static void write(Path file, KeyringFile content) {
    try {
      SafeFile.replace(file, content.bytes(), SafeFile.PRIVATE);
    } catch (IOException e) {
      throw new VaultFault(
          VaultFault.Kind.KEYRING, "The keyring cannot be written. Check disk and mode.", e);
    }
  }

  /// These keys and a fresh one for each purpose that has none.
  private static List<Key> completed(List<Key> there) {
    Set<String> served = there.stream().map(Key::purpose).collect(Collectors.toSet());
    Stream<Key> missing =
        Stream.concat(
                Stream.of(DATABASE, INDEX, PSEUDONYM, SIGNING, BACKUP),
                Stream.of(Vault.Subject.values()).map(Keyring::purpose))
            .filter(purpose -> !served.contains(purpose))
            .map(Key::fresh);
    return Stream.concat(there.stream(), missing).toList();
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

  /// The seed of the Ed25519 key that signs the audit log's checkpoints, 32 octets; wiped when the
  /// keyring is closed.
  public Secret signingSeed() {
    return current(SIGNING).octets();
  }

  /// What seals backups and opens them: the current first, then the older.
  public List<BackupKey> backupKeys() {
    return keys.reversed().stream()
        .filter(key -> key.purpose().equals(BACKUP))
        .map(BackupKey::new)
        .toList();
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

package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys of one home, open in memory, and the root key that seals them. Any thread.
///
/// Whatever changes is written to the file first, which is replaced whole, and holds only then:
/// after a power cut the file is the one before or the one after.
public final class Keyring implements AutoCloseable {
  static final String DATABASE = "database";
  static final String INDEX = "index";
  private static final String PSEUDONYM = "audit.pseudonym";
  private static final String KEK = "kek.";
  private static final String SIGNING = "audit.signing";
  private static final String BACKUP = "backup";

  private final Path file;
  private final Secret root;
  private final Steps steps;
  private volatile List<Way> ways;
  private volatile List<Key> keys;

  private Keyring(Path file, Secret root, List<Way> ways, List<Key> keys, Steps steps) {
    this.file = file;
    this.root = root;
    this.ways = List.copyOf(ways);
    this.keys = List.copyOf(keys);
    this.steps = steps;
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
    Secret root = Key.fresh("root").octets();
    Means means =
        switch (unlock) {
          case Unlock.Passphrase _ -> new Means.Passphrase(price);
          case Unlock.Credential _ -> new Means.Credential();
          case Unlock.Recovery _ ->
              throw new IllegalArgumentException("a kit is made for a keyring that is there");
        };
    Way way = Way.to(root, unlock, means, now(), true);
    Keyring made = new Keyring(file, root, List.of(way), completed(List.of()), Steps.unheard());
    made.write(made.ways, made.keys);
    return made;
  }

  /// Opens a keyring file. Keys for purposes that came into being after it was made are added to
  /// it.
  ///
  /// @throws VaultFault of kind WRONG_UNLOCK or KEYRING
  public static Keyring open(Path file, Unlock unlock) {
    return open(file, unlock, Steps.unheard());
  }

  /// @param steps told each step of every later change of the file
  static Keyring open(Path file, Unlock unlock, Steps steps) {
    KeyringFile read = read(file);
    Secret root =
        read.root(unlock)
            .orElseThrow(() ->
                new VaultFault(
                    VaultFault.Kind.WRONG_UNLOCK,
                    "That does not open the keyring. Nothing was changed; try again."));
    try {
      List<Key> there = read.keys(root);
      Keyring open = new Keyring(file, root, read.ways(), completed(there), steps);
      if (open.keys.size() > there.size()) {
        open.write(open.ways, open.keys);
      }
      return open;
    } catch (RuntimeException e) {
      root.close();
      throw e;
    }
  }

  /// How many shares open the recovery kit of a keyring that need not be open; 0 if it has none.
  ///
  /// @throws VaultFault of kind KEYRING
  public static int sharesNeeded(Path file) {
    return read(file).ways().stream()
        .mapToInt(way -> way.means() instanceof Means.Recovery(Kit kit) ? kit.needed() : 0)
        .max()
        .orElse(0);
  }

  private static KeyringFile read(Path file) {
    try {
      return KeyringFile.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new VaultFault(
          VaultFault.Kind.KEYRING, "The keyring file is missing or cannot be read.", e);
    }
  }

  private void write(List<Way> newWays, List<Key> newKeys) {
    try {
      byte[] content = KeyringFile.of(newWays, newKeys, root).bytes();
      SafeFile.replace(file, content, SafeFile.PRIVATE, steps);
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

  List<Way> ways() {
    return ways;
  }

  List<Key> keys() {
    return keys;
  }

  /// A way of this keyring's own root key, not yet one of its ways.
  Way way(Unlock unlock, Means means, boolean proven) {
    return Way.to(root, unlock, means, now(), proven);
  }

  /// @throws VaultFault of kind KEYRING if it cannot be written; the ways are then as before
  synchronized void changeWays(UnaryOperator<List<Way>> change) {
    List<Way> changed = List.copyOf(change.apply(ways));
    if (changed.stream().noneMatch(Way::isProven)) {
      throw new IllegalArgumentException("a keyring keeps a way that is known to open it");
    }
    write(changed, keys);
    ways = changed;
  }

  /// Those that are left out are wiped, so nobody may use them any more.
  ///
  /// @throws VaultFault of kind KEYRING if it cannot be written; the keys are then as before
  synchronized void changeKeys(UnaryOperator<List<Key>> change) {
    List<Key> before = keys;
    List<Key> changed = List.copyOf(change.apply(before));
    write(ways, changed);
    keys = changed;
    before.stream().filter(key -> !changed.contains(key)).forEach(key -> key.octets().close());
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

  /// Adds a KEK for each subject, which wraps from then on.
  void renewKeks() {
    Stream<Key> fresh = Stream.of(Vault.Subject.values()).map(s -> Key.fresh(purpose(s)));
    List<Key> added = fresh.toList();
    changeKeys(there -> Stream.concat(there.stream(), added.stream()).toList());
  }

  /// Adds a key for the database, which is to be encrypted by it when it is opened next.
  ///
  /// @return false if one was added before and the database is not yet encrypted by it
  public boolean renewDatabaseKey() {
    if (databaseKeys().size() > 1) {
      return false;
    }
    Key fresh = Key.fresh(DATABASE);
    changeKeys(there -> Stream.concat(there.stream(), Stream.of(fresh)).toList());
    return true;
  }

  /// The oldest first; more than one while the database is to be encrypted anew.
  List<Key> databaseKeys() {
    return keys.stream().filter(key -> key.purpose().equals(DATABASE)).toList();
  }

  /// The same keyring opened again, for whoever goes on when this one is closed.
  public Keyring again() {
    KeyringFile read = read(file);
    Secret own = root.lend(Secret::copyOf);
    return new Keyring(file, own, read.ways(), read.keys(own), steps);
  }

  /// The KEKs that wrap nothing new.
  List<Key> formerKeks() {
    return keys.stream().filter(key -> key.purpose().startsWith(KEK) && !isCurrent(key)).toList();
  }

  boolean isCurrent(Key key) {
    return current(key.purpose()).id().equals(key.id());
  }

  /// Takes a key out, for good.
  void destroy(Key former) {
    changeKeys(there -> there.stream().filter(key -> !key.id().equals(former.id())).toList());
  }

  /// The key of that id, current or not.
  Optional<Key> byId(Id id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  Key current(String purpose) {
    return keys.reversed().stream()
        .filter(key -> key.purpose().equals(purpose))
        .findFirst()
        .orElseThrow(() ->
            new VaultFault(VaultFault.Kind.KEYRING, "The keyring has no key for " + purpose + "."));
  }

  static String purpose(Vault.Subject subject) {
    return KEK + subject;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Overwrites the keys in memory.
  @Override
  public void close() {
    root.close();
    keys.forEach(key -> key.octets().close());
  }
}

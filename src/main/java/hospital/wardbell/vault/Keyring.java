package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The keys of one home, open in memory, and the root key that seals them. Any thread.
///
/// Whatever changes is written to the file first, which is replaced whole, and holds only then:
/// after a power cut the file is the one before or the one after.
public final class Keyring implements AutoCloseable {
  private final Path file;
  private final Secret root;
  private final Steps steps;
  private final IndexKeys index = new IndexKeys(this);
  private final Keks keks = new Keks(this);
  private volatile List<Way> ways;
  private volatile Keys keys;

  private Keyring(Path file, Secret root, List<Way> ways, Keys keys, Steps steps) {
    this.file = file;
    this.root = root;
    this.ways = List.copyOf(ways);
    this.keys = keys;
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
    Way way = Way.to(root, unlock, means, Key.now(), true);
    Keyring made =
        new Keyring(file, root, List.of(way), new Keys(List.of()).completed(), Steps.unheard());
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
      Keys there = new Keys(read.keys(root));
      Keyring open = new Keyring(file, root, read.ways(), there.completed(), steps);
      if (open.keys.all().size() > there.all().size()) {
        open.write(open.ways, open.keys);
      }
      return open;
    } catch (RuntimeException e) {
      root.close();
      throw e;
    }
  }

  static KeyringFile read(Path file) {
    try {
      return KeyringFile.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new VaultFault(
          VaultFault.Kind.KEYRING, "The keyring file is missing or cannot be read.", e);
    }
  }

  private void write(List<Way> newWays, Keys newKeys) {
    try {
      byte[] content = KeyringFile.of(newWays, newKeys.all(), root).bytes();
      SafeFile.replace(file, content, SafeFile.PRIVATE, steps);
    } catch (IOException e) {
      throw new VaultFault(
          VaultFault.Kind.KEYRING,
          "The keyring cannot be written, and is as it was. Is the disk full? Check disk and mode.",
          e);
    }
  }

  List<Way> ways() {
    return ways;
  }

  List<Key> keys() {
    return keys.all();
  }

  /// Who is told each step of a change of keys.
  Steps steps() {
    return steps;
  }

  /// A way of this keyring's own root key, not yet one of its ways.
  Way way(Unlock unlock, Means means, boolean proven) {
    return Way.to(root, unlock, means, Key.now(), proven);
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
  synchronized void changeKeys(UnaryOperator<Keys> change) {
    Keys before = keys;
    Keys changed = change.apply(before);
    write(ways, changed);
    keys = changed;
    before.all().stream()
        .filter(key -> changed.byId(key.id()).isEmpty())
        .forEach(key -> key.octets().close());
  }

  /// 32 octets; the same object each time, wiped when the keyring is closed.
  public Secret databaseKey() {
    return keys.current(Keys.DATABASE).octets();
  }

  Secret pseudonymKey() {
    return keys.current(Keys.PSEUDONYM).octets();
  }

  /// The seed of the Ed25519 key that signs the audit log's checkpoints, 32 octets; wiped when the
  /// keyring is closed.
  public Secret signingSeed() {
    return keys.current(Keys.SIGNING).octets();
  }

  /// What seals backups and opens them: the current first, then the older.
  public List<BackupKey> backupKeys() {
    return keys.ever(Keys.BACKUP).stream().map(BackupKey::new).toList();
  }

  /// The keys that wrap data keys.
  Keks keks() {
    return keks;
  }

  /// Adds a key for the database, which is to be encrypted by it when it is opened next.
  ///
  /// @return false if one was added before and the database is not yet encrypted by it
  public boolean renewDatabaseKey() {
    if (isDatabaseKeyDue()) {
      return false;
    }
    changeKeys(there -> there.and(List.of(Key.fresh(Keys.DATABASE))));
    return true;
  }

  /// Whether the database is to be encrypted by another key when it is opened next.
  public boolean isDatabaseKeyDue() {
    return databaseKeys().size() > 1;
  }

  /// The key that the database is encrypted by is not kept for backups once another has its place.
  public void endDatabaseKey() {
    end(key -> key.purpose().equals(Keys.DATABASE));
  }

  /// The oldest first; more than one while the database is to be encrypted anew.
  List<Key> databaseKeys() {
    return atWork(Keys.DATABASE);
  }

  /// Those by which a backup's database may be encrypted: the current first, then the older.
  public List<Secret> databaseKeysEver() {
    return keys.ever(Keys.DATABASE).stream().map(Key::octets).toList();
  }

  /// The keys that blind.
  IndexKeys index() {
    return index;
  }

  /// Those of a purpose that are at work, the oldest first.
  List<Key> atWork(String purpose) {
    return keys.atWork(purpose);
  }

  /// The same keyring opened again, for whoever goes on when this one is closed.
  public Keyring again() {
    KeyringFile read = read(file);
    Secret own = root.lend(Secret::copyOf);
    return new Keyring(file, own, read.ways(), new Keys(read.keys(own)), steps);
  }

  /// Those that are at work for any of the purposes that begin so, and are not the current ones.
  List<Key> superseded(String beginning) {
    return keys.superseded(beginning);
  }

  boolean isCurrent(Key key) {
    return !key.isFormer() && keys.isCurrent(key);
  }

  /// Those that nothing but backups needs.
  List<Key> former() {
    return keys.former();
  }

  /// The database does not need it any more: it stays for backups, unless it was to end.
  void retire(Id id) {
    changeKeys(there -> there.retired(id, Key.now()));
  }

  /// A database that was restored needs it again.
  void reinstate(Id id) {
    changeKeys(there -> there.with(key -> key.id().equals(id), new Key.Use.AtWork()));
  }

  /// Those of such purposes that are superseded go for good once the database does not need them,
  /// whatever backups need.
  void end(Predicate<Key> which) {
    changeKeys(there ->
        there.with(
            key -> which.test(key) && !key.isFormer() && !there.isCurrent(key),
            new Key.Use.Ending()));
  }

  /// Takes a key out, for good: what only it opens, in backups too, is erased.
  void destroy(Key gone) {
    changeKeys(there -> there.without(key -> key.id().equals(gone.id())));
  }

  /// The key of that id, whatever it is there for.
  Optional<Key> byId(Id id) {
    return keys.byId(id);
  }

  /// Overwrites the keys in memory.
  @Override
  public void close() {
    root.close();
    keys.all().forEach(key -> key.octets().close());
  }
}

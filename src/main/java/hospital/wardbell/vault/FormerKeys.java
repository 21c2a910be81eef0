package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The keys of a keyring that nothing but backups needs. They wrap, encrypt and blind nothing any
/// more, and go when whoever keeps the backups says that none needs them. Any thread.
public final class FormerKeys {
  /// One of them, as it is told apart in a backup; nothing secret.
  ///
  /// @param fingerprint as of [KeyStatus]
  /// @param since when the database stopped to need it
  public record Former(String purpose, String fingerprint, Instant since) {}

  private final Store store;
  private final Keyring keyring;
  private final KeyListener listener;

  public FormerKeys(Store store, Keyring keyring, KeyListener listener) {
    this.store = store;
    this.keyring = keyring;
    this.listener = listener;
  }

  /// The fingerprints of all keys that a copy of the database may need, made now.
  public static Set<String> neededNow(Keyring keyring) {
    Set<String> needed = new TreeSet<>();
    for (Key key : keyring.keys()) {
      boolean opens =
          key.purpose().equals(Keys.DATABASE)
              || key.purpose().startsWith(Keys.KEK)
              || key.purpose().startsWith(IndexKey.PLAIN);
      if (opens && !key.isFormer()) {
        needed.add(KeyStatus.fingerprint(key.id()));
      }
    }
    return needed;
  }

  /// Whether the key is of what `key rotate` calls `kind`: kek, database or index.
  public static boolean isOf(String kind, Former key) {
    return key.purpose().equals(kind)
        || key.purpose().startsWith(kind + ".")
        || key.purpose().startsWith(kind + "/");
  }

  /// Whether the keyring still has what this database, which opens, cannot be used without. Records
  /// of a period that has ended are not among that.
  public static boolean suffice(Store store, Keyring keyring) {
    List<Id> own =
        store.read(sql ->
            sql.list(
                "select kek from dek where subject in ('SYSTEM', 'SUPPRESSION') and wrapped is not"
                    + " null",
                row -> row.id("kek")));
    return own.stream().allMatch(kek -> keyring.byId(kek).isPresent())
        && IndexKeyTable.agrees(store, keyring);
  }

  public List<Former> all() {
    return keyring.former().stream().map(FormerKeys::told).toList();
  }

  private static Former told(Key key) {
    return new Former(
        key.purpose(), KeyStatus.fingerprint(key.id()), key.formerSince().orElseThrow());
  }

  /// Destroys those for which this holds, for good.
  ///
  /// @throws VaultFault of kind KEYRING if the keyring cannot be written; some may be gone then
  public void destroy(Predicate<Former> which) {
    for (Key key : keyring.former()) {
      if (which.test(told(key)) && store.write(tx -> isTold(tx, key))) {
        keyring.steps().reached("former.told");
        keyring.destroy(key);
        keyring.steps().reached("former.destroyed");
      }
    }
  }

  /// A database that was restored a moment ago may still be wrapped by it.
  private boolean isTold(Tx tx, Key key) {
    if (KekRotation.isWrapping(tx, key)) {
      return false;
    }
    listener.destroyed(tx, key.purpose(), key.id());
    return true;
  }
}

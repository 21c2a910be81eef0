package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.util.List;
import java.util.stream.Stream;

/// The rows that say which index keys this database's rows may be under.
final class IndexKeyTable {
  private IndexKeyTable() {}

  static List<Id> all(Sql sql) {
    return sql.list("select id from index_key", row -> row.id("id"));
  }

  static void add(Tx tx, Id key) {
    if (!all(tx).contains(key)) {
      tx.update("insert into index_key (id) values (?)", key);
    }
  }

  static void remove(Tx tx, Id key) {
    tx.update("delete from index_key where id = ?", key);
  }

  /// Has keyring and database agree on the index keys, before anything is looked up. A database
  /// that was restored may need a former one, which is at work again then until its rows are
  /// renewed.
  ///
  /// @throws VaultFault of kind KEYRING if the keyring lacks one: by another nobody would be found,
  ///   and no opt-out
  static void agree(Store store, Keyring keyring) {
    List<Id> told = store.read(IndexKeyTable::all);
    List<Id> needed = told.isEmpty() ? List.of(first(store, keyring)) : told;
    for (Id id : needed) {
      Key key = keyring.byId(id).orElseThrow(IndexKeyTable::missing);
      if (key.isFormer()) {
        keyring.reinstate(id);
      }
    }
    Id current = keyring.index().current().id();
    store.change(tx -> {
      needed.forEach(id -> add(tx, id));
      add(tx, current);
    });
  }

  /// What a database that does not say is under: nothing, if nothing is in it; the key without a
  /// mark, if it is from before there was one; else the key that is as old as all that is in it,
  /// since a home that was killed while it was being made has not said so yet.
  private static Id first(Store store, Keyring keyring) {
    long oldest = store.read(sql -> sql.number("select min(made_at) from dek"));
    if (oldest == 0) {
      return keyring.index().current().id();
    }
    Stream<Key> plain = keyring.keys().stream().filter(key -> key.purpose().equals(IndexKey.PLAIN));
    Stream<Key> marked =
        keyring.keys().stream()
            .filter(key -> key.purpose().equals(IndexKey.MARKED))
            .filter(key -> key.made().toEpochMilli() <= oldest);
    return Stream.concat(plain, marked)
        .findFirst()
        .map(Key::id)
        .orElseThrow(IndexKeyTable::missing);
  }

  /// Whether [#agree] would find all it needs.
  static boolean agrees(Store store, Keyring keyring) {
    List<Id> told = store.read(IndexKeyTable::all);
    try {
      List<Id> needed = told.isEmpty() ? List.of(first(store, keyring)) : told;
      return needed.stream().allMatch(id -> keyring.byId(id).isPresent());
    } catch (VaultFault _) {
      return false;
    }
  }

  private static VaultFault missing() {
    return new VaultFault(
        VaultFault.Kind.KEYRING,
        "The keyring has not the index key of this database, so nobody would be found in it, and no"
            + " opt-out. Use the keyring's copy from when the database was like this.");
  }
}

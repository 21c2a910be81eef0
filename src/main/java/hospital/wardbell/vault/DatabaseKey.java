package hospital.wardbell.vault;

import hospital.wardbell.store.Store;
import hospital.wardbell.store.StoreFault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;

/// Opens the database by its key, and gives it another one if the keyring has one for it.
///
/// The keyring holds both keys until the database has been opened by the new one alone, so whatever
/// moment a power cut comes at, one of them opens it.
public final class DatabaseKey {
  private static final Logger LOG = System.getLogger(DatabaseKey.class.getName());

  private DatabaseKey() {}

  /// @throws StoreFault if it cannot be opened
  /// @throws VaultFault of kind KEYRING if the keyring cannot be written
  public static Store open(Path database, Keyring keyring) {
    return open(database, keyring, Steps.unheard());
  }

  static Store open(Path database, Keyring keyring, Steps steps) {
    List<Key> keys = keyring.databaseKeys();
    if (keys.size() == 1) {
      return Store.open(database, keys.getFirst().octets());
    }
    Key former = keys.getFirst();
    Key next = keys.getLast();
    steps.reached("database.asked");
    try {
      Store.encryptAnew(database, former.octets(), next.octets());
    } catch (StoreFault e) {
      if (e.kind() != StoreFault.Kind.DISK_FULL) {
        throw e;
      }
      LOG.log(Level.WARNING, "the database keeps its former key: the disk has no room for a copy");
      return Store.open(database, former.octets());
    }
    steps.reached("database.written");
    Store store = Store.open(database, next.octets());
    try {
      steps.reached("database.opened");
      keyring.destroy(former);
      steps.reached("database.forgotten");
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }
}

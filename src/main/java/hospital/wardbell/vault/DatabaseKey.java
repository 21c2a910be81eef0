package hospital.wardbell.vault;

import hospital.wardbell.store.Store;
import hospital.wardbell.store.StoreFault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;

/// Opens the database by its key, and gives it another one if the keyring has one for it.
///
/// Both keys are at work until the database has been opened by the new one alone, so whatever
/// moment a power cut comes at, one of them opens it. Then the former stays for backups.
public final class DatabaseKey {
  private static final Logger LOG = System.getLogger(DatabaseKey.class.getName());

  private DatabaseKey() {}

  /// @throws StoreFault if it cannot be opened
  /// @throws VaultFault of kind KEYRING if the keyring cannot be written
  public static Store open(Path database, Keyring keyring) {
    return open(database, keyring, Steps.unheard());
  }

  static Store open(Path database, Keyring keyring, Steps steps) {
    if (!keyring.isDatabaseKeyDue()) {
      try {
        return Store.open(database, keyring.databaseKey());
      } catch (StoreFault e) {
        if (e.kind() != StoreFault.Kind.WRONG_KEY || !isReinstated(database, keyring)) {
          throw e;
        }
      }
    }
    List<Key> keys = keyring.databaseKeys();
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
      keyring.retire(former.id());
      steps.reached("database.retired");
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// A database that was restored is encrypted by a former key, which is at work again then.
  ///
  /// @return whether there is one that opens it
  private static boolean isReinstated(Path database, Keyring keyring) {
    for (Key former : keyring.former().reversed()) {
      if (former.purpose().equals(Keys.DATABASE) && opens(database, former)) {
        keyring.reinstate(former.id());
        return true;
      }
    }
    return false;
  }

  private static boolean opens(Path database, Key key) {
    try {
      Store.open(database, key.octets()).close();
      return true;
    } catch (StoreFault e) {
      if (e.kind() == StoreFault.Kind.WRONG_KEY) {
        return false;
      }
      throw e;
    }
  }
}

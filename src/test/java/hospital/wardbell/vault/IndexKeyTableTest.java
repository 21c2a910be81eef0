package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that does not say which index key its rows are under.
class IndexKeyTableTest {
  @TempDir private Path directory;
  private Keyring keyring;
  private Store store;

  @BeforeEach
  void open() {
    keyring =
        Keyring.create(
            directory.resolve("keyring"), new Unlock.Credential(Secret.copyOf(new byte[32])));
    store = Store.open(directory.resolve("database"), keyring.databaseKey());
    store.change(tx -> new Vault(keyring).newKey(tx, Vault.Subject.PATIENT));
  }

  @AfterEach
  void close() {
    store.close();
    keyring.close();
  }

  @Test
  void of_a_home_that_was_killed_while_it_was_made_is_under_the_key_it_was_made_with() {
    assertThat(IndexKeyTable.agrees(store, keyring)).isTrue();

    IndexKeyTable.agree(store, keyring);

    assertThat(store.read(IndexKeyTable::all)).containsExactly(keyring.index().current().id());
  }

  @Test
  void that_is_older_than_every_index_key_there_is_has_lost_its_own() {
    store.change(tx -> tx.update("update dek set made_at = made_at - 86400000"));

    assertThat(IndexKeyTable.agrees(store, keyring)).isFalse();
  }
}

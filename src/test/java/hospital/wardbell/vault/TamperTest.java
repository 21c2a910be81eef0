package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who can write the database changes an octet somewhere in the rows of data keys. The
/// same `SEED` changes the same octets.
class TamperTest {
  private static final int CHANGES = 200;
  private static final long SEED = 20_261_126L;
  private static final String TEXT = "The plaster comes off on Thursday.";

  @Test
  void any_octet_changed_in_a_data_keys_row_is_found(@TempDir Path directory) {
    Unlock unlock = new Unlock.Credential(Secret.copyOf(new byte[32]));
    try (Keyring keyring = Keyring.create(directory.resolve("keyring"), unlock);
        Store store = Store.open(directory.resolve("database"), keyring.databaseKey())) {
      Vault vault = new Vault(keyring);
      Id key = store.write(tx -> vault.newKey(tx, Vault.Subject.CONVERSATION));
      Cell cell = new Cell("message.text/1", Id.random());
      byte[] sealed = store.write(tx -> vault.sealText(tx, key, cell, TEXT));
      Random random = new Random(SEED);
      String[] columns = {"wrapped", "kek", "line"};

      Map<String, Integer> found = new TreeMap<>();
      for (int i = 0; i < CHANGES; i++) {
        String column = columns[i % columns.length];
        byte[] before = read(store, column, key);
        byte[] changed = before.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        write(store, column, key, changed);
        try {
          String opened = store.read(sql -> new Vault(keyring).openText(sql, key, cell, sealed));
          throw new AssertionError("opened after a change of " + column + ": " + opened.length());
        } catch (VaultFault e) {
          assertThat(e).hasMessageNotContaining("Thursday");
          found.merge(column, 1, Integer::sum);
        }
        write(store, column, key, before);
      }

      assertThat(found.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CHANGES);
      assertThat(store.<String>read(sql -> new Vault(keyring).openText(sql, key, cell, sealed)))
          .isEqualTo(TEXT);
    }
  }

  private static byte[] read(Store store, String column, Id key) {
    return store.read(sql ->
        sql.one("select " + column + " from dek where id = ?", row -> row.bytes(column), key)
            .orElseThrow());
  }

  private static void write(Store store, String column, Id key, byte[] content) {
    store.change(tx -> tx.update("update dek set " + column + " = ? where id = ?", content, key));
  }
}

package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault.Subject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Destroying a subject's keys.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShreddingTest {
  private static final String TEXT = "See you on Friday.";

  private Keyring keyring;
  private Store store;
  private Vault vault;

  @BeforeAll
  void open(@TempDir Path directory) {
    keyring =
        Keyring.create(
            directory.resolve("keyring"), new Unlock.Credential(Secret.copyOf(new byte[32])));
    store = Store.open(directory.resolve("database"), keyring.databaseKey());
    vault = new Vault(keyring);
  }

  @AfterAll
  void close() {
    store.close();
    keyring.close();
  }

  private static Cell cell() {
    return new Cell("message.text/1", Id.random());
  }

  private byte[] sealed(Id key, Cell cell) {
    return store.write(tx -> vault.sealText(tx, key, cell, TEXT));
  }

  private String opened(Vault by, Id key, Cell cell, byte[] sealed) {
    return store.read(sql -> by.openText(sql, key, cell, sealed));
  }

  private void isShredded(Vault by, Id key, Cell cell, byte[] sealed) {
    assertThatThrownBy(() -> opened(by, key, cell, sealed))
        .isInstanceOfSatisfying(
            VaultFault.class, f -> assertThat(f.kind()).isEqualTo(VaultFault.Kind.SHREDDED));
  }

  @Test
  void what_it_sealed_opens_no_more_though_its_keys_were_open_and_all_of_its_line_go() {
    Id key = store.write(tx -> vault.newKey(tx, Subject.CONVERSATION));
    Cell first = cell();
    byte[] old = sealed(key, first);
    store.change(vault::renewAfterRestore);
    Cell second = cell();
    byte[] young = sealed(key, second);
    assertThat(opened(vault, key, first, old)).isEqualTo(TEXT);

    assertThat(store.<Integer>write(tx -> vault.shred(tx, key))).isEqualTo(2);

    assertThat(store.<Boolean>read(sql -> vault.isShredded(sql, key))).isTrue();
    for (Vault by : new Vault[] {vault, new Vault(keyring)}) {
      isShredded(by, key, first, old);
      isShredded(by, key, second, young);
    }
    assertThatThrownBy(() -> sealed(key, cell())).isInstanceOf(VaultFault.class);
    assertThat(store.<Integer>write(tx -> vault.shred(tx, key))).isZero();
  }

  @Test
  void a_change_that_is_undone_destroys_nothing_and_no_other_subject_is_touched() {
    Id key = store.write(tx -> vault.newKey(tx, Subject.PATIENT));
    Id other = store.write(tx -> vault.newKey(tx, Subject.PATIENT));
    Cell cell = cell();
    byte[] sealed = sealed(key, cell);
    Cell others = cell();
    byte[] theirs = sealed(other, others);

    assertThatThrownBy(() ->
            store.change(tx -> {
              assertThat(vault.shred(tx, key)).isEqualTo(1);
              throw new IllegalStateException("undone");
            }))
        .hasMessage("undone");
    assertThat(opened(vault, key, cell, sealed)).isEqualTo(TEXT);
    assertThat(sealed(key, cell())).isNotEmpty();

    store.change(tx -> vault.shred(tx, key));
    isShredded(vault, key, cell, sealed);
    assertThat(opened(vault, other, others, theirs)).isEqualTo(TEXT);
  }
}

package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault.Subject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The bound on seals, and new data keys.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataKeysTest {
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

  private Id key() {
    return store.write(tx -> vault.newKey(tx, Subject.CONVERSATION));
  }

  private static Cell cell() {
    return new Cell("message.text/1", Id.random());
  }

  private byte[] sealed(Vault by, Id key, Cell cell) {
    return store.write(tx -> by.sealText(tx, key, cell, "Is it ready?"));
  }

  private String opened(Vault by, Id key, Cell cell, byte[] sealed) {
    return store.read(sql -> by.openText(sql, key, cell, sealed));
  }

  private List<Long> seals(Id key) {
    return store.read(sql ->
        sql.list(
            "select seals from dek where line = ? order by ordinal", r -> r.number("seals"), key));
  }

  @Test
  void seals_are_counted_in_the_row_before_they_are_made() {
    Id key = key();

    for (int i = 0; i < SealingKey.RESERVE; i++) {
      sealed(vault, key, cell());
    }
    assertThat(seals(key)).containsExactly(SealingKey.RESERVE);
    sealed(vault, key, cell());
    assertThat(seals(key)).containsExactly(2 * SealingKey.RESERVE);
  }

  @Test
  void a_process_that_begins_anew_counts_on_from_what_the_row_says() {
    Id key = key();
    sealed(vault, key, cell());

    sealed(new Vault(keyring), key, cell());

    assertThat(seals(key)).containsExactly(2 * SealingKey.RESERVE);
  }

  @Test
  void a_count_that_was_undone_is_counted_again() {
    Id key = key();
    Vault fresh = new Vault(keyring);
    assertThatThrownBy(() ->
            store.change(tx -> {
              fresh.sealText(tx, key, cell(), "undone");
              throw new IllegalStateException("on purpose");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(seals(key)).containsExactly(SealingKey.RESERVE);

    sealed(fresh, key, cell());

    assertThat(seals(key)).containsExactly(2 * SealingKey.RESERVE);
  }

  @Test
  void a_key_that_has_sealed_as_often_as_it_may_is_followed_by_another() {
    Id key = key();
    Cell cell = cell();
    byte[] before = sealed(vault, key, cell);
    store.change(tx ->
        tx.update(
            "update dek set seals = ? where id = ?",
            SealingKey.MOST_SEALS - SealingKey.RESERVE,
            key));
    Vault fresh = new Vault(keyring);

    for (int i = 0; i < SealingKey.RESERVE; i++) {
      assertThat(sealed(fresh, key, cell)).startsWith(1);
    }
    byte[] after = sealed(fresh, key, cell);

    assertThat(after).startsWith(2).hasSameSizeAs(before);
    assertThat(seals(key)).containsExactly(SealingKey.MOST_SEALS, SealingKey.RESERVE);
    for (Vault by : List.of(fresh, vault, new Vault(keyring))) {
      assertThat(opened(by, key, cell, before)).isEqualTo("Is it ready?");
      assertThat(opened(by, key, cell, after)).isEqualTo("Is it ready?");
    }
  }

  @Test
  void after_a_restore_each_subject_seals_by_a_new_key_and_opens_what_the_old_one_sealed() {
    Id key = key();
    Cell cell = cell();
    byte[] before = sealed(vault, key, cell);

    store.change(vault::renewAfterRestore);
    byte[] after = sealed(vault, key, cell);
    byte[] again = sealed(new Vault(keyring), key, cell);

    assertThat(before).startsWith(1);
    assertThat(after).startsWith(2);
    assertThat(again).startsWith(2);
    assertThat(opened(vault, key, cell, before)).isEqualTo("Is it ready?");
    assertThat(opened(vault, key, cell, after)).isEqualTo("Is it ready?");
  }

  @Test
  void a_renewal_that_was_undone_renews_nothing() {
    Id key = key();
    assertThatThrownBy(() ->
            store.change(tx -> {
              vault.renewAfterRestore(tx);
              vault.sealText(tx, key, cell(), "undone");
              throw new IllegalStateException("on purpose");
            }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(sealed(vault, key, cell())).startsWith(1);
    assertThat(seals(key)).hasSize(1);
  }

  @Test
  void a_cell_that_names_another_key_of_its_line_does_not_open() {
    Id key = key();
    Cell cell = cell();
    byte[] sealed = sealed(vault, key, cell);
    store.change(vault::renewAfterRestore);
    sealed(vault, key, cell());

    for (int which : new int[] {0, 2, 3, 255}) {
      byte[] renamed = sealed.clone();
      renamed[0] = (byte) which;

      assertThatThrownBy(() -> opened(vault, key, cell, renamed))
          .isInstanceOfSatisfying(
              VaultFault.class, f -> assertThat(f.kind()).isEqualTo(VaultFault.Kind.TAMPERED));
    }
  }
}

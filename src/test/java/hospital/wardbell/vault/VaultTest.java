package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault.Subject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VaultTest {
  private static final String TEXT = "Your scan is moved to Tuesday 9:15. ¿Puede venir?";

  private Keyring keyring;
  private Store store;
  private Vault vault;

  @BeforeAll
  void open(@TempDir Path directory) {
    Unlock unlock = new Unlock.Credential(Secret.copyOf(new byte[32]));
    keyring = Keyring.create(directory.resolve("keyring"), unlock);
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

  private byte[] sealed(Id key, Cell cell) {
    return store.write(tx -> vault.sealText(tx, key, cell, TEXT));
  }

  private String opened(Vault by, Id key, Cell cell, byte[] sealed) {
    return store.read(sql -> by.openText(sql, key, cell, sealed));
  }

  private void refused(VaultFault.Kind kind, Vault by, Id key, Cell cell, byte[] sealed) {
    assertThatThrownBy(() -> opened(by, key, cell, sealed))
        .hasMessageNotContaining("scan")
        .isInstanceOfSatisfying(VaultFault.class, f -> assertThat(f.kind()).isEqualTo(kind));
  }

  @Test
  void what_was_sealed_opens_also_after_a_restart() {
    Id key = key();
    Cell cell = new Cell("message.text/1", Id.random());
    byte[] sealed = sealed(key, cell);

    assertThat(opened(vault, key, cell, sealed)).isEqualTo(TEXT);
    assertThat(opened(new Vault(keyring), key, cell, sealed)).isEqualTo(TEXT);
  }

  @Test
  void sealing_is_in_one_format_29_octets_longer_and_never_twice_the_same() {
    Id key = key();
    Cell cell = new Cell("message.text/1", Id.random());
    Set<String> seen = new HashSet<>();

    for (int i = 0; i < 1_000; i++) {
      byte[] sealed = sealed(key, cell);
      assertThat(sealed).startsWith(1).hasSize(TEXT.getBytes(StandardCharsets.UTF_8).length + 29);
      assertThat(seen.add(HexFormat.of().formatHex(sealed))).isTrue();
    }
  }

  @Test
  void a_cell_moved_to_another_row_column_or_subject_does_not_open() {
    Id key = key();
    Cell cell = new Cell("message.text/1", Id.random());
    byte[] sealed = sealed(key, cell);

    Cell otherRow = new Cell("message.text/1", Id.random());
    refused(VaultFault.Kind.TAMPERED, vault, key, otherRow, sealed);
    refused(VaultFault.Kind.TAMPERED, vault, key, new Cell("note.text/1", cell.row()), sealed);
    refused(VaultFault.Kind.TAMPERED, vault, key, new Cell("message.next/1", cell.row()), sealed);
    refused(VaultFault.Kind.TAMPERED, vault, key(), cell, sealed);
  }

  @Test
  void every_flipped_bit_and_every_cut_is_found() {
    Id key = key();
    Cell cell = new Cell("message.text/1", Id.random());
    byte[] sealed = sealed(key, cell);

    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      refused(VaultFault.Kind.TAMPERED, vault, key, cell, flipped);
    }
    for (int length = 0; length < sealed.length; length++) {
      refused(VaultFault.Kind.TAMPERED, vault, key, cell, Arrays.copyOf(sealed, length));
    }
  }

  @Test
  void data_keys_whose_rows_were_swapped_do_not_open() {
    Id one = key();
    Id two = key();
    Cell cell = new Cell("message.text/1", Id.random());
    byte[] sealed = sealed(one, cell);
    store.change(tx -> {
      byte[] other =
          tx.one("select wrapped from dek where id = ?", r -> r.bytes("wrapped"), two)
              .orElseThrow();
      tx.update("update dek set wrapped = ? where id = ?", other, one);
    });

    refused(VaultFault.Kind.TAMPERED, new Vault(keyring), one, cell, sealed);
  }

  @Test
  void what_is_sealed_under_a_destroyed_key_says_that_it_was_erased() {
    Id key = key();
    Cell cell = new Cell("message.text/1", Id.random());
    byte[] sealed = sealed(key, cell);
    store.change(tx -> tx.update("update dek set wrapped = null where id = ?", key));

    refused(VaultFault.Kind.SHREDDED, new Vault(keyring), key, cell, sealed);
  }

  @Test
  void a_key_made_in_a_change_that_was_undone_is_gone_from_memory_too() {
    AtomicReference<Id> made = new AtomicReference<>();
    assertThatThrownBy(() ->
            store.change(tx -> {
              made.set(vault.newKey(tx, Subject.PATIENT));
              throw new IllegalStateException("on purpose");
            }))
        .isInstanceOf(IllegalStateException.class);

    assertThatThrownBy(() -> sealed(made.get(), new Cell("patient.name/1", Id.random())))
        .isInstanceOf(VaultFault.class);
  }

  @Test
  void a_named_key_is_made_once() {
    Id first = store.write(tx -> vault.namedKey(tx, Subject.DAY, "2026-11-22"));
    Id again = store.write(tx -> vault.namedKey(tx, Subject.DAY, "2026-11-22"));
    Id other = store.write(tx -> vault.namedKey(tx, Subject.DAY, "2026-11-23"));

    assertThat(again).isEqualTo(first).isNotEqualTo(other);
  }

  @Test
  void the_index_tells_equal_values_and_nothing_across_labels() {
    byte[] one = vault.index("remote", "+12025550123");

    assertThat(vault.index("remote", "+12025550123")).isEqualTo(one).hasSize(32);
    assertThat(vault.index("remote", "+12025550124")).isNotEqualTo(one);
    assertThat(vault.index("remot", "e+12025550123")).isNotEqualTo(one);
    assertThat(vault.index("mrn", "+12025550123")).isNotEqualTo(one);
  }

  @Test
  void a_pseudonym_is_sixteen_digits_always_the_same_and_not_the_id() {
    Id patient = Id.random();

    assertThat(vault.pseudonym(patient))
        .matches("[0-9a-f]{16}")
        .isEqualTo(new Vault(keyring).pseudonym(patient))
        .isNotEqualTo(patient.toString().substring(0, 16))
        .isNotEqualTo(vault.pseudonym(Id.random()));
  }
}

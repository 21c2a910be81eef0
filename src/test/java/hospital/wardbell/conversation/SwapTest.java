package hospital.wardbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import hospital.wardbell.vault.VaultFault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who can write the database, and knows no key, swaps what is sealed.
class SwapTest {
  private Ward ward;
  private Id ana;
  private Id ben;

  @BeforeEach
  void open(@TempDir Path directory) {
    ward = Ward.open(directory);
    ana = ward.texts(Ward.ANA, "Is it Monday?");
    Id same = ward.texts(Ward.ANA, "Or Tuesday?");
    ben = ward.texts(Ward.BEN, "Yes.");
    assertThat(same).isEqualTo(ana);
    assertThat(ward.again().said(ana)).containsExactly("Is it Monday?", "Or Tuesday?");
  }

  @AfterEach
  void close() {
    ward.close();
  }

  private List<Id> messages(Id conversation) {
    return ward.store()
        .read(sql ->
            sql.list(
                "select id from message where conversation = ? order by place",
                row -> row.id("id"),
                conversation));
  }

  /// Swaps a column of two rows.
  private void swap(String table, String column, Id one, Id other) {
    String read = "select " + column + " from " + table + " where id = ?";
    String write = "update " + table + " set " + column + " = ? where id = ?";
    ward.store()
        .change(tx -> {
          byte[] first = tx.one(read, row -> row.bytes(column), one).orElseThrow();
          byte[] second = tx.one(read, row -> row.bytes(column), other).orElseThrow();
          tx.update(write, second, one);
          tx.update(write, first, other);
        });
  }

  private void assertTampered(Id conversation) {
    assertThatThrownBy(() -> ward.again().said(conversation))
        .hasMessageNotContaining("Monday")
        .isInstanceOfSatisfying(
            VaultFault.class, f -> assertThat(f.kind()).isEqualTo(VaultFault.Kind.TAMPERED));
  }

  @Test
  void two_cells_of_one_conversation() {
    List<Id> messages = messages(ana);

    swap("message", "content", messages.getFirst(), messages.getLast());

    assertTampered(ana);
  }

  @Test
  void two_cells_of_two_conversations() {
    swap("message", "content", messages(ana).getFirst(), messages(ben).getFirst());

    assertTampered(ana);
    assertTampered(ben);
  }

  @Test
  void two_columns_of_one_row() {
    ward.store()
        .change(tx ->
            tx.update(
                "update conversation set remote = snippet, snippet = remote where id = ?", ana));

    assertTampered(ana);
  }

  @Test
  void a_whole_message_put_into_another_conversation() {
    Id moved = messages(ana).getFirst();

    ward.store()
        .change(tx ->
            tx.update("update message set conversation = ?, place = 99 where id = ?", ben, moved));

    assertTampered(ben);
  }

  @Test
  void the_remotes_and_the_keys_of_two_conversations() {
    swap("conversation", "remote", ana, ben);
    assertTampered(ana);
    swap("conversation", "remote", ana, ben);
    assertThat(ward.again().said(ben)).containsExactly("Yes.");

    swap("dek", "wrapped", key(ana), key(ben));
    assertTampered(ana);
    assertTampered(ben);
  }

  private Id key(Id conversation) {
    return ward.store()
        .read(sql ->
            sql.one(
                    "select data_key from conversation where id = ?",
                    row -> row.id("data_key"),
                    conversation)
                .orElseThrow());
  }
}

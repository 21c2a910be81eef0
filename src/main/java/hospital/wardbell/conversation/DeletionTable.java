package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of messages that staff deleted.
final class DeletionTable {
  /// Of a message `m`: that nobody has deleted it.
  static final String STAYS =
      "not exists (select 1 from message_deletion d where d.message = m.id)";

  /// A deleted message, as the list of them has it.
  record Line(Id message, Id conversation, Id key, Instant written, Deletion deletion) {}

  /// A message that nobody has deleted.
  ///
  /// @param state of one that we wrote
  record Found(Deleting.Deletable message, long ordinal, Optional<PartState.Kind> state) {}

  private final Vault vault;

  DeletionTable(Vault vault) {
    this.vault = vault;
  }

  /// One within `sight` that may be deleted.
  Optional<Found> find(Sql sql, Sight sight, Id message) {
    return sql.one(
        "select m.id, m.conversation, m.at_time, m.ours, m.ordinal, m.state from message m"
            + " join conversation c on c.id = m.conversation where "
            + sight.within("c.team")
            + " and m.id = ? and c.erased_at is null and "
            + DeletionTable.STAYS,
        DeletionTable::found,
        Walls.arguments(sight, message));
  }

  private static Found found(Row row) {
    return new Found(
        new Deleting.Deletable(
            row.id("id"), row.id("conversation"), row.instant("at_time"), row.flag("ours")),
        row.number("ordinal"),
        row.maybeText("state").map(PartState.Kind::valueOf));
  }

  void insert(Tx tx, Head head, Id message, Deletion deletion, String note) {
    tx.update(
        """
        insert into message_deletion (message, conversation, deleted_at, deleted_by, why, note)
        values (?, ?, ?, ?, ?, ?)
        """,
        message,
        head.id(),
        deletion.at(),
        deletion.by().label(),
        deletion.why(),
        vault.sealText(tx, head.key(), noteCell(message), note));
  }

  static boolean isDeleted(Sql sql, Id message) {
    return sql.number("select count(*) from message_deletion where message = ?", message) > 0;
  }

  /// All of a conversation.
  static Map<Id, Deletion> of(Sql sql, Id conversation) {
    Map<Id, Deletion> found = new HashMap<>();
    sql.list(
        "select message, deleted_at, deleted_by, why from message_deletion where conversation = ?",
        row -> found.put(row.id("message"), deletion(row)),
        conversation);
    return found;
  }

  /// The newest of those that have not been erased since.
  List<Line> newest(Sql sql, int most) {
    return sql.list(
        """
        select d.message, d.conversation, d.deleted_at, d.deleted_by, d.why, m.at_time, c.data_key
        from message_deletion d join message m on m.id = d.message
          join conversation c on c.id = d.conversation
        where c.erased_at is null
        order by d.deleted_at desc fetch first %d rows only\
        """
            .formatted(most),
        row ->
            new Line(
                row.id("message"),
                row.id("conversation"),
                row.id("data_key"),
                row.instant("at_time"),
                deletion(row)));
  }

  String note(Sql sql, Id key, Id message) {
    return sql.one(
            "select note from message_deletion where message = ?",
            row -> vault.openText(sql, key, noteCell(message), row.bytes("note")),
            message)
        .orElse("");
  }

  /// What a message says, though it be deleted.
  String text(Sql sql, Id key, Id message) {
    return sql.one(
            "select content from message where id = ?",
            row -> vault.openText(sql, key, MessageTable.cell(message), row.bytes("content")),
            message)
        .orElse("");
  }

  private static Deletion deletion(Row row) {
    return new Deletion(
        row.instant("deleted_at"),
        Authors.read(row.text("deleted_by")),
        row.constant("why", Deletion.Reason.class));
  }

  private static Cell noteCell(Id message) {
    return new Cell("message.deletion-note/1", message);
  }
}

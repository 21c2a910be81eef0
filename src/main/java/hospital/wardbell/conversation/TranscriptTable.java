package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.Transcripts.Line;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of messages, some at a time in their order, and what may be counted without opening
/// one.
final class TranscriptTable {
  /// A conversation's row, of which nothing is opened: so also of one that was erased.
  record Closed(Id id, Id team, Id key) {}

  /// Where and when a text of ours was written.
  record Wrote(Id conversation, Instant at) {}

  /// A line and where to go on.
  record Placed(long place, Line line) {}

  private final MessageTable messages;

  TranscriptTable(MessageTable messages) {
    this.messages = messages;
  }

  Optional<Closed> closed(Sql sql, Id conversation) {
    return sql.one(
        "select id, team, data_key from conversation where id = ?",
        row -> new Closed(row.id("id"), row.id("team"), row.id("data_key")),
        conversation);
  }

  List<Placed> after(Sql sql, Closed talk, long place, int most) {
    Map<Id, Deletion> deleted = DeletionTable.of(sql, talk.id());
    return sql.list(
        "select m.place, "
            + MessageTable.COLUMNS
            + " from message m where m.conversation = ? and m.place > ? order by m.place"
            + " fetch first %d rows only".formatted(most),
        row -> new Placed(row.number("place"), line(sql, talk.key(), row, deleted)),
        talk.id(),
        place);
  }

  /// A text whose key was destroyed is a line without a message; one that was tampered with is a
  /// fault.
  private Line line(Sql sql, Id key, Row row, Map<Id, Deletion> deleted) {
    Optional<Message> message =
        Deletion.shown(row, deleted)
            .or(() -> Vault.unlessShredded(() -> messages.read(sql, key, row)));
    return new Line(row.id("id"), row.instant("at_time"), row.flag("ours"), message);
  }

  /// The conversation and time of a text of ours, for who may see it.
  Optional<Wrote> ours(Sql sql, Sight sight, Id message) {
    return sql.one(
        "select m.conversation, m.at_time from message m"
            + " join conversation c on c.id = m.conversation where "
            + sight.within("c.team")
            + " and m.id = ? and m.ours = 1",
        row -> new Wrote(row.id("conversation"), row.instant("at_time")),
        Walls.arguments(sight, message));
  }

  long count(Sql sql, Id conversation) {
    return sql.number("select count(*) from message where conversation = ?", conversation);
  }

  Optional<Instant> first(Sql sql, Id conversation) {
    return sql
        .list(
            "select at_time from message where conversation = ? order by place"
                + " fetch first 1 rows only",
            row -> row.instant("at_time"),
            conversation)
        .stream()
        .findFirst();
  }

  Instant last(Sql sql, Id conversation) {
    return sql.one(
            "select last_at from conversation where id = ?",
            row -> row.instant("last_at"),
            conversation)
        .orElse(Instant.EPOCH);
  }
}

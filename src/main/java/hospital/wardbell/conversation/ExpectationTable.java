package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.List;

/// The rows of what our messages wait to hear.
final class ExpectationTable {
  void insert(Tx tx, Id conversation, Expectation expected, Instant at) {
    tx.update(
        """
        insert into expectation (id, message, conversation, kind, about, made_at, ends_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        expected.id(),
        expected.message(),
        conversation,
        expected.kind(),
        expected.about(),
        at,
        expected.until());
  }

  /// Newest first.
  List<Expectation> open(Sql sql, Id conversation, Instant at) {
    return sql.list(
        """
        select id, message, kind, about, ends_at from expectation
        where conversation = ? and ends_at > ? order by made_at desc, id
        """,
        row ->
            new Expectation(
                row.id("id"),
                row.id("message"),
                row.text("kind"),
                row.id("about"),
                row.instant("ends_at")),
        conversation,
        at);
  }
}

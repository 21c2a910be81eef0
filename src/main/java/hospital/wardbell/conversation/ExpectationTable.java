package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.Comparator;
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

  private record Made(Instant at, Expectation expectation) {}

  /// Newest first. Sorted here: it is asked for each text, and there is seldom more than one.
  List<Expectation> open(Sql sql, Id conversation, Instant at) {
    return sql
        .list(
            """
            select id, message, kind, about, ends_at, made_at from expectation
            where conversation = ? and ends_at > ?
            """,
            row ->
                new Made(
                    row.instant("made_at"),
                    new Expectation(
                        row.id("id"),
                        row.id("message"),
                        row.text("kind"),
                        row.id("about"),
                        row.instant("ends_at"))),
            conversation,
            at)
        .stream()
        .sorted(
            Comparator.comparing(Made::at)
                .reversed()
                .thenComparing(made -> made.expectation().id().toString()))
        .map(Made::expectation)
        .toList();
  }
}

package hospital.wardbell.outbox;

import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import java.util.List;

/// The part rows seen as people who run the box see the queue.
final class QueueView {
  /// What waits, in the order in which it goes out; at most `most`.
  List<QueueEntry> entries(Sql sql, int most) {
    return sql.list(
        """
        select message, part_number, part_total, state, moment, detail, queued_at, expires_at, modem
        from outbox_part
        where state in ('QUEUED', 'HELD', 'SUBMITTING') and eligible = 1
        order by priority, place fetch first %d rows only
        """
            .formatted(most),
        QueueView::entry);
  }

  private static QueueEntry entry(Row row) {
    return new QueueEntry(
        row.id("message"),
        row.integer("part_number"),
        row.integer("part_total"),
        new StateColumns(
                row.constant("state", PartState.Kind.class),
                row.maybeInstant("moment"),
                row.maybeText("detail"))
            .state(),
        row.instant("queued_at"),
        row.instant("expires_at"),
        row.maybeText("modem"));
  }
}

package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Blind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The part rows seen as queues: what waits where.
final class QueueTable implements Ready.Rows {
  static final String COLUMNS =
      "id, queue_name, priority, place, part_number, modem, team, recipient_tail";

  private static final String WAITING = "select " + COLUMNS + " from outbox_part ";
  private static final String IN_ORDER =
      " order by priority, place fetch first " + Ready.FRONT + " rows only";

  private static final String DEPTH =
      """
      select count(*) as waiting, min(queued_at) as oldest from outbox_part
      where state in ('QUEUED', 'HELD')\
      """;

  private final Store store;

  QueueTable(Store store) {
    this.store = store;
  }

  @Override
  public Collection<Queue> queues() {
    return store.read(sql ->
        sql.list(
            "select distinct queue_name from outbox_part where state in ('QUEUED', 'HELD')",
            row -> Queue.read(row.text("queue_name"))));
  }

  /// Parts that wait and held ones whose time has come. What waits for a limit on texts is always
  /// here: whoever takes parts knows whether its own limits let it.
  @Override
  public Ready.Look look(Queue queue, Instant now) {
    return store.read(sql -> {
      List<Waiting> found = new ArrayList<>(queued(sql, queue, Ready.FRONT));
      found.addAll(
          sql.list(
              WAITING
                  + """
                  where queue_name = ? and state = 'HELD' and eligible = 1
                    and (moment <= ? or detail in ('cap.minute', 'cap.hour', 'cap.day',
                      'carrier.minute', 'carrier.hour', 'carrier.day'))
                  """
                  + IN_ORDER,
              QueueTable::waiting,
              queue.written(),
              now));
      return new Ready.Look(found.stream().sorted().limit(Ready.FRONT).toList());
    });
  }

  @Override
  public Ready.Due due(Instant since, Instant now) {
    return store.read(sql ->
        new Ready.Due(
            sql.list(
                WAITING
                    + """
                    where state = 'HELD' and eligible = 1 and moment > ? and moment <= ?
                      and queue_name <> 'stale' order by moment fetch first %d rows only
                    """
                        .formatted(Ready.FRONT),
                QueueTable::waiting,
                since,
                now),
            sql
                .list(
                    """
                    select moment from outbox_part
                    where state = 'HELD' and eligible = 1 and moment > ?
                    order by moment fetch first 1 rows only
                    """,
                    row -> row.instant("moment"),
                    now)
                .stream()
                .findFirst()));
  }

  /// The first of those that wait in `queue` and are not held.
  List<Waiting> queued(Sql sql, Queue queue, int most) {
    return sql.list(
        WAITING
            + """
            where queue_name = ? and state = 'QUEUED' and eligible = 1
            order by priority, place fetch first %d rows only
            """
                .formatted(most),
        QueueTable::waiting,
        queue.written());
  }

  /// Ordinary parts in `queue` that have been there since before `before`, held or not.
  List<Waiting> olderThan(Sql sql, Queue queue, Instant before, int most) {
    return sql.list(
        WAITING
            + """
            where queue_name = ? and state in ('QUEUED', 'HELD') and eligible = 1
              and priority > %d and fresh_since < ?
            fetch first %d rows only
            """
                .formatted(Enqueue.FIRST, most),
        QueueTable::waiting,
        queue.written(),
        before);
  }

  Optional<Waiting> waiting(Sql sql, Id part) {
    return sql.one(WAITING + "where id = ?", QueueTable::waiting, part);
  }

  static Waiting waiting(Row row) {
    return new Waiting(
        row.id("id"),
        Queue.read(row.text("queue_name")),
        row.integer("priority"),
        row.number("place"),
        row.integer("part_number"),
        row.maybeText("modem"),
        row.text("team"),
        Recipients.shortened(row.bytes("recipient_tail")));
  }

  /// Moves the part to another queue.
  void stand(Tx tx, Id part, Queue queue) {
    tx.update("update outbox_part set queue_name = ? where id = ?", queue.written(), part);
  }

  /// Part `number` may be claimed, by the modem that sent the part before it, and before what has
  /// not begun.
  ///
  /// @return the part, if it waits
  Optional<Waiting> makeEligible(Tx tx, Part before) {
    Optional<String> modem =
        tx.one(
                "select modem from outbox_part where id = ?",
                row -> row.maybeText("modem"),
                before.id())
            .flatMap(name -> name);
    if (modem.isEmpty()) {
      return Optional.empty();
    }
    int changed =
        tx.update(
            """
            update outbox_part set eligible = 1, priority = ?, modem = ?, queue_name = ?
            where message = ? and part_number = ? and state in ('QUEUED', 'HELD')
            """,
            Enqueue.FIRST,
            modem.get(),
            new Queue.Line(modem.get()).written(),
            before.message(),
            before.number() + 1);
    return changed == 0
        ? Optional.empty()
        : following(tx, before).flatMap(next -> waiting(tx, next));
  }

  /// The part after `part`.
  Optional<Id> following(Sql sql, Part part) {
    return part.number() == part.total()
        ? Optional.empty()
        : sql.one(
            "select id from outbox_part where message = ? and part_number = ?",
            row -> row.id("id"),
            part.message(),
            part.number() + 1);
  }

  /// The concatenation reference of the last message in parts to this recipient.
  Optional<Integer> lastConcatenation(Sql sql, Blind recipientTail) {
    return sql
        .list(
            "select concatenation from outbox_part where "
                + recipientTail.in("recipient_tail")
                + " and part_number = 1 and part_total > 1"
                + " order by place desc fetch first 1 rows only",
            row -> row.integer("concatenation"),
            recipientTail.before())
        .stream()
        .findFirst();
  }

  /// The first that wait in `queue`, held or not.
  List<Waiting> first(Sql sql, Queue queue, int most) {
    return sql.list(
        WAITING
            + """
            where queue_name = ? and state in ('QUEUED', 'HELD') and eligible = 1
            order by priority, place fetch first %d rows only
            """
                .formatted(most),
        QueueTable::waiting,
        queue.written());
  }

  Outbox.Depth depth(Sql sql) {
    return sql.one(DEPTH, QueueTable::depth).orElseThrow();
  }

  Outbox.Depth depth(Sql sql, Queue queue) {
    return sql.one(DEPTH + " and queue_name = ?", QueueTable::depth, queue.written()).orElseThrow();
  }

  private static Outbox.Depth depth(Row row) {
    return new Outbox.Depth(row.integer("waiting"), row.maybeInstant("oldest"));
  }
}

package hospital.wardbell.backup;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of what became of backups.
final class EventTable {
  private static final Duration KEPT = Duration.ofDays(3 * 366);
  private static final String COLUMNS =
      "happened_at, kind, name, target, octets, took_ms, done_by, detail";

  void add(Tx tx, Event event) {
    tx.update("delete from backup_event where happened_at < ?", event.at().minus(KEPT));
    tx.update(
        "insert into backup_event (id, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        Id.random(),
        event.at(),
        event.kind(),
        event.name(),
        event.target(),
        event.octets(),
        event.took().toMillis(),
        event.by(),
        event.detail());
  }

  /// The newest of a kind.
  Optional<Event> last(Sql sql, Event.Kind kind) {
    return sql
        .list(
            "select "
                + COLUMNS
                + " from backup_event where kind = ? order by happened_at desc"
                + " fetch first 1 rows only",
            EventTable::read,
            kind)
        .stream()
        .findFirst();
  }

  /// From when a restored backup was made to its restore: what came in between is not known here.
  record Span(Instant made, Instant restored) {
    /// Whether a backup of then has it; its time is in whole seconds.
    boolean holds(Instant backup) {
      return backup.isAfter(made) && !backup.isAfter(restored);
    }
  }

  /// What restores have passed over, as far back as is kept.
  List<Span> passed(Sql sql) {
    return sql
        .list(
            "select " + COLUMNS + " from backup_event where kind = ?",
            EventTable::read,
            Event.Kind.RESTORED)
        .stream()
        .map(event -> new Span(made(event.detail()), event.at()))
        .toList();
  }

  /// As the restore wrote it down; if it cannot be read, everything from before.
  private static Instant made(String detail) {
    try {
      return Instant.parse(detail.substring(detail.indexOf(' ') + 1));
    } catch (DateTimeException _) {
      return Instant.EPOCH;
    }
  }

  /// Wherever backups were ever made to.
  List<String> targets(Sql sql) {
    return sql.list(
        "select distinct target from backup_event where kind = 'MADE'", row -> row.text("target"));
  }

  /// The newest of all, the newest first.
  List<Event> newest(Sql sql, int most) {
    return sql.list(
        "select "
            + COLUMNS
            + " from backup_event order by happened_at desc fetch first ? rows only",
        EventTable::read,
        most);
  }

  private static Event read(Row row) {
    return new Event(
        row.instant("happened_at"),
        row.constant("kind", Event.Kind.class),
        row.text("name"),
        row.text("target"),
        row.number("octets"),
        Duration.ofMillis(row.number("took_ms")),
        row.text("done_by"),
        row.text("detail"));
  }
}

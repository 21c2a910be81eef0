package hospital.wardbell.alert;

import hospital.wardbell.alert.Alert.Settled;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of alerts.
final class AlertTable {
  private AlertTable() {}

  static void insert(Tx tx, Id alert, Notice notice, Instant now) {
    tx.update(
        """
        insert into alert
          (id, kind, subject, person, facts, by_label, raised_at, repeats, latest_at,
           circle, circle_at, state)
        values (?, ?, ?, ?, ?, ?, ?, 1, ?, 0, ?, ?)
        """,
        alert,
        notice.kind(),
        notice.subject(),
        notice.person(),
        Fact.written(notice.facts()),
        notice.by().label(),
        now,
        now,
        now,
        Alert.State.OPEN);
  }

  static void again(Tx tx, Id alert, Instant now) {
    tx.update("update alert set repeats = repeats + 1, latest_at = ? where id = ?", now, alert);
  }

  static void circle(Tx tx, Id alert, int circle, Instant now) {
    tx.update("update alert set circle = ?, circle_at = ? where id = ?", circle, now, alert);
  }

  static void unheard(Tx tx, Id alert, Instant now) {
    tx.update("update alert set unheard_at = ? where id = ?", now, alert);
  }

  /// @return whether it was open
  static boolean settle(Tx tx, Id alert, Alert.State state, Optional<Id> by, Instant now) {
    return tx.update(
            """
            update alert set state = ?, settled_by = ?, settled_at = ? where id = ? and state = ?
            """,
            state,
            by,
            now,
            alert,
            Alert.State.OPEN)
        > 0;
  }

  /// The open one of this kind and subject.
  static Optional<Id> open(Sql sql, Kind kind, String subject) {
    return sql.one(
        "select id from alert where state = ? and kind = ? and subject = ?",
        row -> row.id("id"),
        Alert.State.OPEN,
        kind,
        subject);
  }

  static long countOpen(Sql sql, Kind kind) {
    return sql.number(
        "select count(*) from alert where state = ? and kind = ?", Alert.State.OPEN, kind);
  }

  /// The open one of this kind that was raised last.
  static Optional<Id> newest(Sql sql, Kind kind) {
    return sql
        .list(
            """
            select id from alert where state = ? and kind = ?
            order by raised_at desc fetch first 1 rows only
            """,
            row -> row.id("id"),
            Alert.State.OPEN,
            kind)
        .stream()
        .findFirst();
  }

  /// All open ones, the newest first.
  static List<Alert> open(Sql sql) {
    return sql.list(
        "select * from alert where state = ? order by raised_at desc",
        row -> alert(sql, row),
        Alert.State.OPEN);
  }

  /// Those that were settled last.
  static List<Alert> settled(Sql sql, int most) {
    return sql.list(
        "select * from alert where settled_at is not null order by settled_at desc fetch first "
            + most
            + " rows only",
        row -> alert(sql, row));
  }

  static Optional<Alert> find(Sql sql, Id alert) {
    return sql.one("select * from alert where id = ?", row -> alert(sql, row), alert);
  }

  private static Alert alert(Sql sql, Row row) {
    Id id = row.id("id");
    return new Alert(
        id,
        row.constant("kind", Kind.class),
        row.text("subject"),
        row.maybeId("person"),
        Fact.read(row.text("facts")),
        row.text("by_label"),
        row.instant("raised_at"),
        row.integer("repeats"),
        row.instant("latest_at"),
        row.integer("circle"),
        row.instant("circle_at"),
        row.constant("state", Alert.State.class),
        row.maybeInstant("unheard_at"),
        row.maybeInstant("settled_at").map(at -> new Settled(row.maybeId("settled_by"), at)),
        TellingTable.of(sql, id));
  }
}

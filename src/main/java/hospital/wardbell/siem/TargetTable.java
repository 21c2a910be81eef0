package hospital.wardbell.siem;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of targets.
final class TargetTable {
  /// How far a target has come.
  ///
  /// @param upto the first entry that may still have to be sent
  /// @param dropped how many were given up
  record Place(long upto, long dropped) {}

  private TargetTable() {}

  static void insert(Tx tx, Target target, long upto, Instant now) {
    tx.update(
        """
        insert into siem_target (id, name, host, port, payload, authority, upto, dropped, made_at)
        values (?, ?, ?, ?, ?, ?, ?, 0, ?)
        """,
        target.id(),
        target.name(),
        target.host(),
        target.port(),
        target.payload(),
        target.authority(),
        upto,
        now);
  }

  static void delete(Tx tx, Id target) {
    tx.update("delete from siem_target where id = ?", target);
  }

  static List<Target> all(Sql sql) {
    return sql.list(
        "select id, name, host, port, payload, authority from siem_target order by name",
        TargetTable::read);
  }

  private static Target read(Row row) {
    return new Target(
        row.id("id"),
        row.text("name"),
        row.text("host"),
        row.integer("port"),
        row.constant("payload", Payload.class),
        row.text("authority"));
  }

  static Optional<Place> place(Sql sql, Id target) {
    return sql.one(
        "select upto, dropped from siem_target where id = ?",
        row -> new Place(row.number("upto"), row.number("dropped")),
        target);
  }

  static void place(Tx tx, Id target, Place place) {
    tx.update(
        "update siem_target set upto = ?, dropped = ? where id = ?",
        place.upto(),
        place.dropped(),
        target);
  }
}

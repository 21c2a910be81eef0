package hospital.wardbell.compliance;

import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.Optional;

/// The rows of what was told, or is known of habits, and when last.
final class MonitorTable {
  private MonitorTable() {}

  static Optional<Instant> at(Sql sql, String what, String about) {
    return sql.one(
        "select latest_at from compliance_monitor where what = ? and about = ?",
        row -> row.instant("latest_at"),
        what,
        about);
  }

  static void put(Tx tx, String what, String about, Instant at) {
    tx.update("delete from compliance_monitor where what = ? and about = ?", what, about);
    tx.update(
        "insert into compliance_monitor (what, about, latest_at) values (?, ?, ?)",
        what,
        about,
        at);
  }
}

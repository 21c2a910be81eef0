package hospital.wardbell.fleet;

import hospital.wardbell.base.Actor;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.List;

/// The rows of the modems that are out of sending.
final class DrainTable {
  List<String> all(Sql sql) {
    return sql.list("select modem from fleet_drained", row -> row.text("modem"));
  }

  /// @return whether it was not before
  boolean add(Tx tx, String modem, Instant now, Actor by) {
    if (tx.number("select count(*) from fleet_drained where modem = ?", modem) > 0) {
      return false;
    }
    tx.update(
        "insert into fleet_drained (modem, since, drained_by) values (?, ?, ?)",
        modem,
        now,
        by.label());
    return true;
  }

  /// @return whether it was before
  boolean remove(Tx tx, String modem) {
    return tx.update("delete from fleet_drained where modem = ?", modem) > 0;
  }
}

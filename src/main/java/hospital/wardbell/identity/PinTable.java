package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.Optional;

/// The rows of what people unlock their own sessions with.
final class PinTable {
  private PinTable() {}

  /// As it is kept, stretched.
  static Optional<String> find(Sql sql, Id staff) {
    return sql.one("select pin from staff_pin where staff = ?", row -> row.text("pin"), staff);
  }

  static void put(Tx tx, Id staff, String stretched, Instant now) {
    forget(tx, staff);
    tx.update("insert into staff_pin (staff, pin, set_at) values (?, ?, ?)", staff, stretched, now);
  }

  static void forget(Tx tx, Id staff) {
    tx.update("delete from staff_pin where staff = ?", staff);
  }
}

package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.util.List;
import java.util.Optional;

/// The rows of staff whose passwords are kept elsewhere.
final class ElsewhereTable {
  /// @param putOut whether they may not come in since they are not there any more
  record Kept(Id staff, String entry, boolean putOut) {}

  private ElsewhereTable() {}

  static void insert(Tx tx, Id staff, String entry) {
    tx.update(
        "insert into staff_elsewhere (staff, entry_key, put_out) values (?, ?, ?)",
        staff,
        entry,
        false);
  }

  static Optional<String> entry(Sql sql, Id staff) {
    return sql.one(
        "select entry_key from staff_elsewhere where staff = ?",
        row -> row.text("entry_key"),
        staff);
  }

  static boolean isOne(Sql sql, Id staff) {
    return entry(sql, staff).isPresent();
  }

  static List<Kept> all(Sql sql) {
    return sql.list(
        "select * from staff_elsewhere",
        row -> new Kept(row.id("staff"), row.text("entry_key"), row.flag("put_out")));
  }

  static void putOut(Tx tx, Id staff, boolean out) {
    tx.update("update staff_elsewhere set put_out = ? where staff = ?", out, staff);
  }
}

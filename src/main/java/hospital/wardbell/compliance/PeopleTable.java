package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/// The rows of patients who are watched over, and of the blinded numbers of staff.
final class PeopleTable {
  private record Numbered(Id staff, String index) {}

  private PeopleTable() {}

  static Set<Id> watched(Sql sql) {
    return new HashSet<>(sql.list("select patient from watched_patient", row -> row.id("patient")));
  }

  static boolean isWatched(Sql sql, Id patient) {
    return sql.number("select count(*) from watched_patient where patient = ?", patient) > 0;
  }

  static void watch(Tx tx, Id patient, Id by, Instant now) {
    tx.update(
        "insert into watched_patient (patient, set_by, set_at) values (?, ?, ?)", patient, by, now);
  }

  static void unwatch(Tx tx, Id patient) {
    tx.update("delete from watched_patient where patient = ?", patient);
  }

  /// Each in hexadecimal digits.
  static Map<Id, String> numbers(Sql sql) {
    Map<Id, String> numbers = new HashMap<>();
    sql.list(
            "select staff, number_index from staff_number",
            row ->
                new Numbered(row.id("staff"), HexFormat.of().formatHex(row.bytes("number_index"))))
        .forEach(each -> numbers.put(each.staff(), each.index()));
    return numbers;
  }

  static void number(Tx tx, Id staff, byte[] index, Instant now) {
    forget(tx, staff);
    tx.update(
        "insert into staff_number (staff, number_index, set_at) values (?, ?, ?)",
        staff,
        index,
        now);
  }

  static void forget(Tx tx, Id staff) {
    tx.update("delete from staff_number where staff = ?", staff);
  }
}

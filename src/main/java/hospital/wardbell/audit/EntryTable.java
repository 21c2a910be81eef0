package hospital.wardbell.audit;

import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import java.util.List;

/// The rows of the entries, read.
final class EntryTable {
  private static final String LINE = "select leaf, entry, actor, about from audit_entry ";

  private EntryTable() {}

  /// Up to `most` entries from number `from` on, in order.
  static List<Line> from(Sql sql, long from, int most) {
    return sql.list(
        LINE + "where leaf >= ? order by leaf fetch first " + most + " rows only",
        EntryTable::line,
        from);
  }

  private static Line line(Row row) {
    return new Line(row.number("leaf"), row.text("entry"), row.text("actor"), row.text("about"));
  }

  /// The number behind the last entry there is.
  static long end(Sql sql) {
    return sql.number("select max(leaf) + 1 from audit_entry");
  }
}

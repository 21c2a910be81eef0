package hospital.wardbell.audit;

import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import java.util.ArrayList;
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

  /// Up to `most` of the entries from number `from` until before `to` that have the subject or the
  /// actor of `search`, newest first.
  static List<Line> before(Sql sql, Search search, long from, long to, int most) {
    StringBuilder query = new StringBuilder(LINE + "where leaf >= ? and leaf < ?");
    List<Object> arguments = new ArrayList<>(List.of(from, to));
    if (!search.about().isEmpty()) {
      query.append(" and about in (?" + ", ?".repeat(search.about().size() - 1) + ")");
      arguments.addAll(search.about());
    } else if (search.actor().isPresent()) {
      query.append(" and actor = ?");
      arguments.add(search.actor().get());
    }
    query.append(" order by leaf desc fetch first " + most + " rows only");
    return sql.list(query.toString(), EntryTable::line, arguments.toArray());
  }

  private static Line line(Row row) {
    return new Line(row.number("leaf"), row.text("entry"), row.text("actor"), row.text("about"));
  }

  /// The number behind the last entry there is.
  static long end(Sql sql) {
    return sql.number("select max(leaf) + 1 from audit_entry");
  }
}

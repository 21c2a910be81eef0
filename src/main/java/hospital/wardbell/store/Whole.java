package hospital.wardbell.store;

import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is asked of a database as a whole: to be copied, counted, checked.
final class Whole {
  private static final String TABLES =
      """
      select t.tablename as name from sys.systables t
      join sys.sysschemas s on s.schemaid = t.schemaid
      where t.tabletype = 'T' and s.schemaname = 'APP' order by t.tablename\
      """;

  private Whole() {}

  /// On a connection of its own, since it takes seconds and the readers' are few.
  static void copy(Derby derby, Path into) {
    try (Connection connection = derby.connect();
        CallableStatement copying =
            connection.prepareCall("call syscs_util.syscs_backup_database(?)")) {
      copying.setString(1, into.toString());
      copying.execute();
      connection.rollback();
    } catch (SQLException e) {
      throw Faults.of(e, "copying the database");
    }
  }

  static Map<String, Long> counts(Sql sql) {
    Map<String, Long> counts = new TreeMap<>();
    for (String table : tables(sql)) {
      counts.put(table, sql.number("select count(*) from " + quoted(table)));
    }
    return counts;
  }

  static int check(Sql sql) {
    List<String> tables = tables(sql);
    for (String table : tables) {
      if (!isSound(sql, table)) {
        throw new StoreFault(
            StoreFault.Kind.BROKEN, "The database's table " + table + " is not consistent.");
      }
    }
    return tables.size();
  }

  private static boolean isSound(Sql sql, String table) {
    try {
      return sql.number(
              "values syscs_util.syscs_check_table('APP', cast(? as varchar(128)))", table)
          == 1;
    } catch (StoreFault fault) {
      if (fault.kind() == StoreFault.Kind.BROKEN) {
        return false; // it says what is wrong by an exception
      }
      throw fault;
    }
  }

  private static List<String> tables(Sql sql) {
    return sql.list(TABLES, row -> row.text("name"));
  }

  private static String quoted(String table) {
    return '"' + table.replace("\"", "\"\"") + '"';
  }
}

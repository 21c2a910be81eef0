package hospital.wardbell.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Our tables in a database that is nobody's: without encryption, for comparing with.
public final class PlainTables {
  private PlainTables() {}

  /// Makes them all, as the migrations do.
  public static void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Migration migration : Migrations.ours()) {
        for (String sql : migration.statements()) {
          statement.execute(sql);
        }
      }
    }
  }
}

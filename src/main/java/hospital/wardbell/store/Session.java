package hospital.wardbell.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// One connection with the statements it has prepared. One thread at a time.
final class Session implements Sql, AutoCloseable {
  /// What is left of the session after its latest statement.
  enum State {
    SOUND,
    /// The engine has undone the whole transaction; it wants to be ended by [#rollback].
    UNDONE,
    /// The connection or the database is gone.
    DEAD
  }

  private interface Execution<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  private interface Ending {
    void run() throws SQLException;
  }

  private static final int STATEMENTS = 200;
  // The engine's severities, which it gives as error codes.
  private static final int TRANSACTION = 30_000;
  private static final int CONNECTION = 40_000;

  private final Connection connection;
  private final SequencedMap<String, PreparedStatement> idle = new LinkedHashMap<>();
  private State state = State.SOUND;

  Session(Connection connection) {
    this.connection = connection;
  }

  State state() {
    return state;
  }

  @Override
  public <T> List<T> list(String sql, Function<Row, T> reader, Object... arguments) {
    return run(sql, arguments, statement -> read(statement, reader, Integer.MAX_VALUE));
  }

  @Override
  public <T> Optional<T> one(String sql, Function<Row, T> reader, Object... arguments) {
    List<T> found = run(sql, arguments, statement -> read(statement, reader, 2));
    if (found.size() > 1) {
      throw new StoreFault(StoreFault.Kind.BROKEN, "more than one row where one was asked for");
    }
    return found.stream().findFirst();
  }

  @Override
  public long number(String sql, Object... arguments) {
    return run(
        sql,
        arguments,
        statement -> {
          try (ResultSet results = statement.executeQuery()) {
            return results.next() ? results.getLong(1) : 0L;
          }
        });
  }

  int update(String sql, Object... arguments) {
    return run(sql, arguments, PreparedStatement::executeUpdate);
  }

  private static <T> List<T> read(PreparedStatement statement, Function<Row, T> reader, int most)
      throws SQLException {
    try (ResultSet results = statement.executeQuery()) {
      Row row = new ResultRow(results);
      List<T> found = new ArrayList<>();
      while (found.size() < most && results.next()) {
        found.add(reader.apply(row));
      }
      return found;
    }
  }

  private <T> T run(String sql, Object[] arguments, Execution<T> execution) {
    if (state != State.SOUND) {
      throw new StoreFault(StoreFault.Kind.BROKEN, "the transaction has been undone already");
    }
    try {
      PreparedStatement statement = take(sql);
      try {
        Binding.bind(statement, arguments);
        return execution.run(statement);
      } finally {
        giveBack(sql, statement);
      }
    } catch (SQLException e) {
      throw failed(e, "running a statement");
    }
  }

  /// Out of the cache while it runs, so that a reader which asks the same again, in the middle of
  /// the rows, gets a statement of its own.
  private PreparedStatement take(String sql) throws SQLException {
    PreparedStatement statement = idle.remove(sql);
    return statement != null ? statement : connection.prepareStatement(sql);
  }

  private void giveBack(String sql, PreparedStatement statement) throws SQLException {
    if (state != State.SOUND) {
      return;
    }
    statement.clearParameters();
    PreparedStatement twin = idle.putLast(sql, statement);
    if (twin != null) {
      twin.close();
    }
    if (idle.size() > STATEMENTS) {
      idle.pollFirstEntry().getValue().close();
    }
  }

  void commit() {
    end(connection::commit, "committing");
  }

  /// Undoes everything since the last commit.
  void rollback() {
    end(connection::rollback, "undoing a change");
    if (state == State.UNDONE) {
      state = State.SOUND;
    }
  }

  Savepoint mark() {
    try {
      return connection.setSavepoint();
    } catch (SQLException e) {
      throw failed(e, "beginning a change");
    }
  }

  /// Undoes everything since `mark`.
  void backTo(Savepoint mark) {
    end(() -> connection.rollback(mark), "undoing a change");
  }

  private void end(Ending ending, String doing) {
    try {
      ending.run();
    } catch (SQLException e) {
      throw failed(e, doing);
    }
  }

  private StoreFault failed(SQLException e, String doing) {
    if (e.getErrorCode() >= CONNECTION) {
      state = State.DEAD;
    } else if (e.getErrorCode() >= TRANSACTION) {
      state = State.UNDONE;
    }
    return Faults.of(e, doing);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Faults.of(e, "closing a connection");
    }
  }
}

package hospital.wardbell.bench;

import hospital.wardbell.base.Id;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/// A plain Derby database, neither encrypted nor sealed, with as many rows for a message as ours
/// has: the message, its conversation's own, the audit entry; one commit for each message.
final class PlainDerby implements AutoCloseable {
  private static final int CONVERSATIONS = 100;

  private final Connection connection;
  private final PreparedStatement message;
  private final PreparedStatement conversation;
  private final PreparedStatement audit;
  private long number;

  private PlainDerby(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table conversation (id char(16) for bit data not null primary key, remote"
              + " varchar(200), last_message char(16) for bit data, last_at bigint, waiting_since"
              + " bigint, snippet varchar(500), version bigint)");
      statement.execute(
          "create table message (id char(16) for bit data not null primary key, conversation"
              + " char(16) for bit data not null references conversation (id), place bigint not"
              + " null, at_time bigint not null, content varchar(4000) not null, state varchar(12),"
              + " unique (conversation, place))");
      statement.execute("create index message_at on message (at_time)");
      statement.execute(
          "create table audit (leaf bigint not null primary key, entry varchar(2000) not null)");
    }
    connection.setAutoCommit(false);
    message =
        connection.prepareStatement(
            "insert into message (id, conversation, place, at_time, content, state) values (?, ?,"
                + " ?, ?, ?, 'TEXT')");
    conversation =
        connection.prepareStatement(
            "update conversation set last_message = ?, last_at = ?, waiting_since = ?, snippet = ?,"
                + " version = ? where id = ?");
    audit = connection.prepareStatement("insert into audit (leaf, entry) values (?, ?)");
    try (PreparedStatement made =
        connection.prepareStatement(
            "insert into conversation (id, remote, version) values (?, '+12025550123', 0)")) {
      for (int i = 0; i < CONVERSATIONS; i++) {
        made.setBytes(1, conversation(i));
        made.executeUpdate();
      }
    }
    connection.commit();
  }

  /// Call it after a database of ours was opened: what holds for the whole process, that a commit
  /// reaches the disk above all, is set there.
  static PlainDerby make(Path directory) throws SQLException {
    return new PlainDerby(DriverManager.getConnection("jdbc:derby:" + directory + ";create=true"));
  }

  private static byte[] conversation(long number) {
    byte[] id = new byte[16];
    id[15] = (byte) number;
    return id;
  }

  void append(String text, String entry) throws SQLException {
    byte[] id = Id.random().bytes();
    long now = System.currentTimeMillis();
    byte[] in = conversation(number % CONVERSATIONS);
    message.setBytes(1, id);
    message.setBytes(2, in);
    message.setLong(3, number);
    message.setLong(4, now);
    message.setString(5, text);
    message.executeUpdate();
    conversation.setBytes(1, id);
    conversation.setLong(2, now);
    conversation.setLong(3, now);
    conversation.setString(4, text.substring(0, Math.min(80, text.length())));
    conversation.setLong(5, number);
    conversation.setBytes(6, in);
    conversation.executeUpdate();
    audit.setLong(1, number);
    audit.setString(2, entry);
    audit.executeUpdate();
    connection.commit();
    number++;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

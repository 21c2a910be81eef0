package hospital.wardbell.bench;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.PlainTables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;

/// A plain Derby database with our tables, neither encrypted nor sealed, and the same rows for a
/// message as ours: the message, its conversation's own, the audit entry; one commit for each.
final class PlainDerby implements AutoCloseable {
  private static final int CONVERSATIONS = 100;

  private final Connection connection;
  private final PreparedStatement message;
  private final PreparedStatement conversation;
  private final PreparedStatement audit;
  private long number;

  private PlainDerby(Connection connection) throws SQLException {
    this.connection = connection;
    PlainTables.make(connection);
    connection.setAutoCommit(false);
    try (PreparedStatement made =
        connection.prepareStatement(
            "insert into conversation (id, team, remote, remote_index, data_key, version, made_at,"
                + " last_at, last_is_ours, record_class, legal_hold)"
                + " values (?, ?, ?, ?, ?, 1, 0, 0, 0, 'CARE', 0)")) {
      for (int i = 0; i < CONVERSATIONS; i++) {
        byte[] id = conversation(i);
        made.setBytes(1, id);
        made.setBytes(2, new byte[16]);
        made.setBytes(3, octets("+12025550123"));
        made.setBytes(4, Arrays.copyOf(id, 32));
        made.setBytes(5, id);
        made.executeUpdate();
      }
    }
    connection.commit();
    message =
        connection.prepareStatement(
            "insert into message (id, conversation, place, ordinal, at_time, ours, kind, content,"
                + " missing_parts, is_answer, trouble, record_class, legal_hold)"
                + " values (?, ?, ?, ?, ?, 0, 'TEXT', ?, 0, 0, 0, 'CARE', 0)");
    conversation =
        connection.prepareStatement(
            "update conversation set last_message = ?, last_at = ?, last_is_ours = 0, last_kind ="
                + " 'TEXT', snippet = ?, unanswered_since = ?, waiting_since = ?, version = ?"
                + " where id = ?");
    audit =
        connection.prepareStatement(
            "insert into audit_entry (leaf, entry, actor, about) values (?, ?, 'texter', ?)");
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

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  void append(String text, String entry) throws SQLException {
    byte[] id = Id.random().bytes();
    long now = System.currentTimeMillis();
    byte[] in = conversation(number % CONVERSATIONS);
    message.setBytes(1, id);
    message.setBytes(2, in);
    message.setLong(3, number);
    message.setLong(4, number);
    message.setLong(5, now);
    message.setBytes(6, octets(text));
    message.executeUpdate();
    conversation.setBytes(1, id);
    conversation.setLong(2, now);
    conversation.setBytes(3, octets(text.substring(0, Math.min(80, text.length()))));
    conversation.setLong(4, now);
    conversation.setLong(5, now);
    conversation.setLong(6, number);
    conversation.setBytes(7, in);
    conversation.executeUpdate();
    audit.setLong(1, number);
    audit.setString(2, entry);
    audit.setString(3, HexFormat.of().formatHex(id));
    audit.executeUpdate();
    connection.commit();
    number++;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Blind;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Indexed;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The rows of conversations. Changes are made one at a time, so what was read in a transaction
/// holds until its end.
final class ConversationTable {
  private static final String COLUMNS =
      "id, team, remote, data_key, version, unanswered_since, trouble_since, last_message";
  private static final String CARE = "CARE";
  private static final int SNIPPET = 80;
  private static final String REMOTE = "conversation.remote/1";
  private static final String INDEX = REMOTE;

  /// By what they are found.
  static final Indexed INDEXED =
      new Indexed(
          "conversation",
          """
          select id, data_key as dek, remote as cell, remote_index as blind
          from conversation where id > ? order by id fetch first 50 rows only
          """,
          "update conversation set remote_index = ? where id = ?",
          REMOTE,
          INDEX);

  private final Vault vault;

  ConversationTable(Vault vault) {
    this.vault = vault;
  }

  Id insert(Tx tx, Id team, Remote remote, Instant at) {
    Id id = Id.random();
    Id key = vault.newKey(tx, Vault.Subject.CONVERSATION);
    tx.update(
        """
        insert into conversation (id, team, remote, remote_index, data_key, version, made_at,
          last_at, last_is_ours, record_class, legal_hold)
        values (?, ?, ?, ?, ?, 1, ?, ?, 0, ?, 0)
        """,
        id,
        team,
        vault.sealText(tx, key, remoteCell(id), remote.canonical()),
        vault.index(INDEX, remote.canonical()),
        key,
        at,
        at,
        CARE);
    return id;
  }

  Optional<Id> of(Tx tx, Id team, Remote remote) {
    Blind index = blind(remote);
    return tx.one(
        "select id from conversation where " + index.in("remote_index") + " and team = ?",
        row -> row.id("id"),
        index.before(team));
  }

  /// All there are with `remote`, of whatever team.
  List<Id> with(Sql sql, Remote remote) {
    return blind(remote)
        .each(index ->
            sql.list(
                "select id from conversation where remote_index = ?", row -> row.id("id"), index));
  }

  /// The one in which `remote` was last written to; if none was, the one last written in by it.
  Optional<Id> latest(Tx tx, Remote remote) {
    Blind index = blind(remote);
    return tx.one(
        "select id from conversation where "
            + index.in("remote_index")
            + " order by written_at desc nulls last, last_at desc fetch first 1 rows only",
        row -> row.id("id"),
        index.before());
  }

  Head head(Sql sql, Id id) {
    return find(sql, id).orElseThrow(() -> new IllegalStateException("no conversation " + id));
  }

  Optional<Head> find(Sql sql, Id id) {
    return sql.one(
        "select " + COLUMNS + " from conversation where id = ?", row -> head(sql, row), id);
  }

  /// Empty if it was erased.
  Optional<Head> readable(Sql sql, Id id) {
    return sql.one(
        "select " + COLUMNS + " from conversation where id = ? and erased_at is null",
        row -> head(sql, row),
        id);
  }

  boolean isWithin(Sql sql, Sight sight, Id id) {
    return sql.number(
            "select count(*) from conversation where "
                + sight.within("team")
                + " and id = ? and erased_at is null",
            Walls.arguments(sight, id))
        > 0;
  }

  Optional<Head> head(Sql sql, Sight sight, Id id) {
    return sql.one(
        "select "
            + COLUMNS
            + " from conversation where "
            + sight.within("team")
            + " and id = ? and erased_at is null",
        row -> head(sql, row),
        Walls.arguments(sight, id));
  }

  /// When its keys were destroyed, if they were.
  Optional<Instant> erasedAt(Sql sql, Id id) {
    return sql.one(
            "select erased_at from conversation where id = ?",
            row -> row.maybeInstant("erased_at"),
            id)
        .flatMap(Function.identity());
  }

  private Head head(Sql sql, Row row) {
    Id id = row.id("id");
    Id key = row.id("data_key");
    return new Head(
        id,
        row.id("team"),
        remote(sql, key, id, row),
        key,
        row.number("version"),
        row.maybeInstant("unanswered_since"),
        row.maybeInstant("trouble_since"),
        row.maybeId("last_message"));
  }

  Remote remote(Sql sql, Id key, Id id, Row row) {
    return Remote.parse(vault.openText(sql, key, remoteCell(id), row.bytes("remote")));
  }

  String snippet(Sql sql, Id key, Id id, Row row) {
    return vault.openText(sql, key, snippetCell(id), row.bytes("snippet"));
  }

  /// The message that [Head#lastMessage] names from now on, and its beginning.
  void last(Tx tx, Head head, Message message) {
    boolean ours = message instanceof Message.Written;
    tx.update(
        """
        update conversation set last_message = ?, last_at = ?, last_is_ours = ?, last_state = ?,
          last_kind = ?, snippet = ? where id = ?
        """,
        message.id(),
        message.at(),
        ours,
        message instanceof Message.Written written
            ? Optional.of(written.state().kind())
            : Optional.empty(),
        message instanceof Message.Received received
            ? Optional.of(received.kind())
            : Optional.empty(),
        vault.sealText(tx, head.key(), snippetCell(head.id()), beginning(message.text())),
        head.id());
  }

  /// [#last], [#waits] and a new version in one: what a text that came changes, and it comes often.
  ///
  /// @return the version from now on
  long came(Tx tx, Head head, Message.Received text, Optional<Instant> unanswered) {
    long version = head.version() + 1;
    tx.update(
        """
        update conversation set last_message = ?, last_at = ?, last_is_ours = 0, last_state = null,
          last_kind = ?, snippet = ?, unanswered_since = ?, waiting_since = ?, version = ?
        where id = ?
        """,
        text.id(),
        text.at(),
        text.kind(),
        vault.sealText(tx, head.key(), snippetCell(head.id()), beginning(text.text())),
        unanswered,
        Head.waiting(unanswered, head.trouble()),
        version,
        head.id());
    return version;
  }

  private static String beginning(String text) {
    int end = Math.min(SNIPPET, text.length());
    boolean divides = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, divides ? end - 1 : end);
  }

  /// What was shown of the last message is shown no more.
  void hideSnippet(Tx tx, Head head) {
    tx.update(
        "update conversation set snippet = ? where id = ?",
        vault.sealText(tx, head.key(), snippetCell(head.id()), ""),
        head.id());
  }

  void lastState(Tx tx, Id message, PartState.Kind kind) {
    tx.update("update conversation set last_state = ? where last_message = ?", kind, message);
  }

  /// A text of ours has passed the Gate, so what comes next from the remote belongs here.
  void written(Tx tx, Id id, Instant at) {
    tx.update("update conversation set written_at = ? where id = ?", at, id);
  }

  void waits(Tx tx, Id id, Optional<Instant> unanswered, Optional<Instant> trouble) {
    tx.update(
        """
        update conversation set unanswered_since = ?, trouble_since = ?, waiting_since = ?
        where id = ?
        """,
        unanswered,
        trouble,
        Head.waiting(unanswered, trouble),
        id);
  }

  /// The version from now on.
  long grow(Tx tx, Id id) {
    tx.update("update conversation set version = version + 1 where id = ?", id);
    return tx.number("select version from conversation where id = ?", id);
  }

  private Blind blind(Remote remote) {
    return vault.blind(INDEX, remote.canonical());
  }

  /// Who a conversation is with, if there is such a conversation.
  Optional<Remote> remote(Sql sql, Id id) {
    return sql.one(
        "select data_key, remote from conversation where id = ?",
        row -> remote(sql, row.id("data_key"), id, row),
        id);
  }

  /// Blinds the number anew.
  void renew(Tx tx, Id id) {
    remote(tx, id)
        .ifPresent(remote ->
            tx.update(
                "update conversation set remote_index = ? where id = ?",
                vault.index(INDEX, remote.canonical()),
                id));
  }

  private static Cell remoteCell(Id id) {
    return new Cell(REMOTE, id);
  }

  private static Cell snippetCell(Id id) {
    return new Cell("conversation.snippet/1", id);
  }
}

package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Erases conversations whose time has passed, as their rows have it. Whether one may be is for the
/// caller to know. Any thread; changes inside the caller's [Tx].
///
/// The rows stay: ids, times, lengths, states, who wrote. What they say opens nowhere any more, and
/// nothing finds the conversation by its remote: a text that comes later begins another one.
public final class Erasing {
  private static final int MOST = 100_000;

  /// A conversation, without what is in it.
  ///
  /// @param last when something was last said
  /// @param keepUntil before when it stays whatever the policy says
  /// @param held whether a legal hold is on it
  public record Subject(
      Id id, Id key, Instant last, Optional<Instant> keepUntil, boolean held, boolean erased) {}

  private final Vault vault;
  private final ConversationTable conversations;
  private final Changes changes;

  Erasing(Vault vault, ConversationTable conversations, Changes changes) {
    this.vault = vault;
    this.conversations = conversations;
    this.changes = changes;
  }

  /// For a home whose service does not run, so that nobody is told.
  public static Erasing alone(Vault vault) {
    ConversationTable table = new ConversationTable(vault);
    return new Erasing(vault, table, new Changes(table));
  }

  public Optional<Subject> find(Sql sql, Id conversation) {
    return sql.one(
        """
        select id, data_key, last_at, retain_until, legal_hold, erased_at from conversation
        where id = ?
        """,
        Erasing::subject,
        conversation);
  }

  private static Subject subject(Row row) {
    return new Subject(
        row.id("id"),
        row.id("data_key"),
        row.instant("last_at"),
        row.maybeInstant("retain_until"),
        row.flag("legal_hold"),
        row.maybeInstant("erased_at").isPresent());
  }

  /// With whom it is.
  public Remote remote(Sql sql, Subject subject) {
    return conversations.head(sql, subject.id()).remote();
  }

  /// Those in which nothing was said since, and that are neither held nor erased; the longest
  /// silent first.
  public List<Subject> silentSince(Sql sql, Instant time) {
    return sql.list(
        """
        select id, data_key, last_at, retain_until, legal_hold, erased_at from conversation
        where erased_at is null and legal_hold = 0 and last_at < ?
        order by last_at, id fetch first %d rows only\
        """
            .formatted(MOST),
        Erasing::subject,
        time);
  }

  /// Those with `remote`, of whatever team, that have not been erased.
  public List<Subject> with(Sql sql, Remote remote) {
    return conversations.with(sql, remote).stream().flatMap(id -> find(sql, id).stream()).toList();
  }

  /// A legal hold is put on it, or is there no more.
  public void hold(Tx tx, Id conversation, boolean held) {
    tx.update("update conversation set legal_hold = ? where id = ?", held, conversation);
  }

  /// Destroys its keys and whatever finds it.
  ///
  /// @return how many keys there were; 0 if they were destroyed before
  public int erase(Tx tx, Subject subject, Instant now) {
    Vault.unlessShredded(() -> conversations.head(tx, subject.id()))
        .ifPresent(head -> changes.made(tx, head));
    int keys = vault.shred(tx, subject.key());
    tx.update(
        """
        update conversation set erased_at = ?, traces = 1, remote_index = ?, snippet = null,
          last_message = null, waiting_since = null, unanswered_since = null, trouble_since = null
        where id = ?
        """,
        now,
        vault.nobodys(subject.id()),
        subject.id());
    WordPurge.all(tx, subject.id());
    return keys;
  }

  /// When it was erased, if it was, for who may see what it was of.
  public Optional<Instant> erasedAt(Sql sql, Sight sight, Id conversation) {
    boolean within =
        sql.number(
                "select count(*) from conversation where " + sight.within("team") + " and id = ?",
                Walls.arguments(sight, conversation))
            > 0;
    return within ? conversations.erasedAt(sql, conversation) : Optional.empty();
  }

  /// Those erased whose messages have left something in other tables.
  public List<Id> withTraces(Sql sql, int most) {
    return sql.list(
        "select id from conversation where traces = 1 fetch first %d rows only".formatted(most),
        row -> row.id("id"));
  }

  /// The next of its messages in order, behind `place`.
  public List<Place> messages(Sql sql, Id conversation, long place, int most) {
    return sql.list(
        """
        select id, place from message where conversation = ? and place > ?
        order by place fetch first %d rows only\
        """
            .formatted(most),
        row -> new Place(row.id("id"), row.number("place")),
        conversation,
        place);
  }

  /// A message and where it stands in its conversation.
  public record Place(Id message, long place) {}

  /// Nothing of it is left in other tables.
  public void cleared(Tx tx, Id conversation) {
    tx.update("update conversation set traces = 0 where id = ?", conversation);
  }

  /// Whether nothing of it is left in other tables, nor in the word index.
  public boolean isGone(Sql sql, Id conversation) {
    return !WordPurge.isDue(sql, conversation)
        && sql.number("select count(*) from conversation where id = ? and traces = 1", conversation)
            == 0;
  }

  /// Those not erased whose keys are one of `keys`: a database from before may have them.
  public List<Subject> keptUnder(Sql sql, Set<Id> keys) {
    return sql
        .list(
            """
            select id, data_key, last_at, retain_until, legal_hold, erased_at from conversation
            where erased_at is null
            """,
            Erasing::subject)
        .stream()
        .filter(subject -> keys.contains(subject.key()))
        .toList();
  }
}

package hospital.wardbell.conversation;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Deletes messages for staff: a mark with a reason, no destruction. Any thread.
///
/// What it said is on no page of the conversation, in no answer of the API and in no search any
/// more. The sealed text stays as long as the conversation does, and the privacy officer may read
/// it, which is an act of its own on the record.
public final class Deleting {
  private static final int LONGEST_NOTE = 500;
  private static final int MOST = 100;

  /// What came of the wish to delete.
  public enum Outcome {
    DELETED,
    /// There is no such message within sight, or it is deleted already.
    NOT_THERE,
    /// It has not gone out yet: it is taken back instead.
    STILL_TO_GO
  }

  /// A message that may be deleted.
  public record Deletable(Id id, Id conversation, Instant at, boolean ours) {}

  /// A deleted message as the list has it; not what it said.
  public record Listed(Id id, Id conversation, Instant written, Deletion deletion) {}

  /// What a deleted message said, and what was noted when it was deleted.
  public record Kept(Id id, String text, String note) {
    @Override
    public String toString() {
      return "Kept[" + id + "]";
    }
  }

  private final Store store;
  private final ConversationTable conversations;
  private final MessageTable messages;
  private final DeletionTable table;
  private final Changes changes;
  private final Audit audit;
  private final InstantSource clock;

  Deleting(
      Store store,
      Vault vault,
      ConversationTable conversations,
      MessageTable messages,
      Changes changes,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.conversations = conversations;
    this.messages = messages;
    this.table = new DeletionTable(vault);
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /// The message, if it is within `sight` and can be deleted.
  public Optional<Deletable> deletable(Sight sight, Id message) {
    return store.read(sql -> table.find(sql, sight, message)).map(DeletionTable.Found::message);
  }

  /// @param note in words, up to 500 characters; sealed
  /// @param origin where the person is
  /// @throws IllegalArgumentException if the note is longer; says so
  public Outcome delete(
      Sight sight, Id message, Deletion.Reason why, String note, Actor by, String origin) {
    if (note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException(
          "A note has at most %d characters.".formatted(LONGEST_NOTE));
    }
    return store.write(tx ->
        table
            .find(tx, sight, message)
            .map(found -> delete(tx, found, new Deletion(clock.instant(), by, why), note, origin))
            .orElse(Outcome.NOT_THERE));
  }

  private Outcome delete(
      Tx tx, DeletionTable.Found found, Deletion deletion, String note, String origin) {
    if (found.state().filter(Deleting::isStillToGo).isPresent()) {
      return Outcome.STILL_TO_GO;
    }
    Id message = found.message().id();
    Head head = conversations.head(tx, found.message().conversation());
    table.insert(tx, head, message, deletion, note);
    WordPurge.one(tx, head.id(), found.ordinal());
    if (head.lastMessage().equals(Optional.of(message))) {
      conversations.hideSnippet(tx, head);
    }
    changes.made(tx, head);
    audit.record(
        tx,
        Entry.of(deletion.by(), "message.deleted")
            .about(message)
            .from(origin)
            .because(deletion.why().name()));
    return Outcome.DELETED;
  }

  private static boolean isStillToGo(PartState.Kind state) {
    return switch (state) {
      case QUEUED, HELD, SUBMITTING -> true;
      case SUBMITTED, DELIVERED, FAILED, EXPIRED, CANCELLED, UNKNOWN -> false;
    };
  }

  /// What staff deleted, of whatever team, the newest first, at most 100.
  public List<Listed> newest() {
    return store.read(sql -> table.newest(sql, MOST)).stream()
        .map(line ->
            new Listed(line.message(), line.conversation(), line.written(), line.deletion()))
        .toList();
  }

  /// What a deleted message said; that it was read is on the audit log before this returns.
  public Optional<Kept> read(Id message, Actor by, String origin) {
    Optional<Kept> kept = store.read(sql -> kept(sql, message));
    if (kept.isPresent()) {
      audit.record(Entry.of(by, "message.deleted-read").about(message).from(origin));
    }
    return kept;
  }

  private Optional<Kept> kept(Sql sql, Id message) {
    if (!DeletionTable.isDeleted(sql, message)) {
      return Optional.empty();
    }
    return messages
        .kept(sql, message)
        .filter(where -> conversations.erasedAt(sql, where.conversation()).isEmpty())
        .map(where -> conversations.head(sql, where.conversation()))
        .map(head ->
            new Kept(
                message,
                table.text(sql, head.key(), message),
                table.note(sql, head.key(), message)));
  }
}

package hospital.wardbell.conversation;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Fills a ward with years of messages, by the rows' own code and without Gate and modem.
///
/// The ward's clock is set to each message's time first, each later than the one before.
public final class Archive {
  private static final Actor NURSE = new Actor.Person(Id.random());

  private final Ward ward;
  private final ConversationTable conversations;
  private final MessageTable messages;
  private final WordIndex index;

  public Archive(Ward ward) {
    this.ward = ward;
    this.conversations = new ConversationTable(ward.vault());
    this.messages = new MessageTable(ward.vault(), conversations, new Numbering(ward.clock()));
    this.index =
        new WordIndex(
            ward.store(),
            messages,
            WordRows.of(ward.vault()),
            ward.vault().steps(),
            () -> Long.MAX_VALUE);
  }

  public Id conversation(Tx tx, Id team, Remote remote) {
    return ward.conversations().with(tx, team, remote);
  }

  /// @param isAnswered whether nobody waits for an answer any more
  public void received(Tx tx, Id conversation, String text, Instant at, boolean isAnswered) {
    ward.clock().set(at);
    ward.conversations()
        .receive(
            tx, conversation, new Message.Received(Id.random(), at, ReceivedKind.TEXT, text, 0));
    if (isAnswered) {
      conversations.waits(tx, conversation, Optional.empty(), Optional.empty());
    }
  }

  public void delivered(Tx tx, Id conversation, String text, Instant at) {
    ward.clock().set(at);
    Head head = conversations.head(tx, conversation);
    Message.Written message =
        new Message.Written(
            Id.random(), at, text, NURSE, new PartState.Delivered(at), Optional.empty());
    messages.insert(tx, head, message, false, Optional.empty());
    conversations.last(tx, head, message);
    conversations.waits(tx, conversation, Optional.empty(), Optional.empty());
    long _ = conversations.grow(tx, conversation);
  }

  /// Puts up to a thousand messages' words into the index; whether more are to come.
  public boolean indexBatch() {
    return index.turn().equals(Duration.ZERO);
  }

  /// All conversations, those of the fewest messages first.
  public List<Id> conversations() {
    return ward.store()
        .read(sql ->
            sql.list(
                "select conversation from message group by conversation"
                    + " order by count(*), conversation",
                row -> row.id("conversation")));
  }

  public long blocks() {
    return ward.store().read(sql -> sql.number("select count(*) from word_block"));
  }
}

package hospital.wardbell.conversation;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.consent.Keyword;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes texts that came into their conversations.
final class Receiving {
  private final ConversationTable conversations;
  private final MessageTable messages;
  private final Changes changes;
  private final Audit audit;
  private final ExpectationTable expectations = new ExpectationTable();
  private final List<ReplyListener> listeners = new CopyOnWriteArrayList<>();

  Receiving(ConversationTable conversations, MessageTable messages, Changes changes, Audit audit) {
    this.conversations = conversations;
    this.messages = messages;
    this.changes = changes;
    this.audit = audit;
  }

  void listen(ReplyListener listener) {
    listeners.add(listener);
  }

  void expect(Tx tx, Head head, Expectation expected, Instant now) {
    expectations.insert(tx, head.id(), expected, now);
  }

  void receive(Tx tx, Head head, Message.Received text) {
    messages.insert(tx, head, text);
    changes.made(tx, head, conversations.came(tx, head, text, unanswered(head, text)));
    tell(tx, head, text);
  }

  /// A text whose parts came late replaces what was shown of it, and waits again: nobody has read
  /// the rest.
  void complete(Tx tx, Head head, Message.Received text) {
    messages.replace(tx, head, text);
    if (DeletionTable.isDeleted(tx, text.id())) {
      return; // nobody is shown it
    }
    if (head.lastMessage().equals(Optional.of(text.id()))) {
      changes.made(tx, head, conversations.came(tx, head, text, unanswered(head, text)));
    } else {
      conversations.waits(tx, head.id(), unanswered(head, text), head.trouble());
      changes.made(tx, head);
    }
    tell(tx, head, text);
  }

  private static Optional<Instant> unanswered(Head head, Message.Received text) {
    return needsPerson(text)
        ? head.unanswered().or(() -> Optional.of(text.at()))
        : head.unanswered();
  }

  private void tell(Tx tx, Head head, Message.Received text) {
    audit.record(
        tx,
        Entry.of(new Actor.Texter(head.id()), "message.received").about(text.id()).from("modem"));
    if (text.kind().isWords()) {
      tellListeners(tx, head, text);
    }
  }

  /// A word of command alone is answered by Wardbell. But CANCEL may have been meant for an
  /// appointment, which only a person can tell.
  private static boolean needsPerson(Message.Received text) {
    return text.missingParts() > 0
        || Keyword.of(text.text()).isEmpty()
        || text.text().toUpperCase(Locale.ROOT).contains("CANCEL");
  }

  private void tellListeners(Tx tx, Head head, Message.Received text) {
    List<Expectation> expected = expectations.open(tx, head.id(), text.at());
    if (!expected.isEmpty()) {
      listeners.forEach(l -> l.replied(tx, head.id(), text, expected));
    }
  }
}

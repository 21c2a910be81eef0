package hospital.wardbell.conversation;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.store.Tx;
import java.util.Optional;

/// Who waits for a person: patients whose texts nobody has answered, and texts of ours that failed
/// or may have.
final class Waiting {
  private static final Actor SELF = new Actor.Wardbell("outbox");

  private final ConversationTable conversations;
  private final MessageTable messages;
  private final Changes changes;
  private final Outbox outbox;
  private final Audit audit;

  Waiting(
      ConversationTable conversations,
      MessageTable messages,
      Changes changes,
      Outbox outbox,
      Audit audit) {
    this.conversations = conversations;
    this.messages = messages;
    this.changes = changes;
    this.outbox = outbox;
    this.audit = audit;
  }

  boolean done(Tx tx, Sight sight, Id conversation, Actor by) {
    Optional<Head> head = conversations.head(tx, sight, conversation);
    head.ifPresent(h -> {
      over(tx, h.id());
      changes.made(tx, h);
      audit.record(tx, Entry.of(by, "conversation.done").about(h.id()));
    });
    return head.isPresent();
  }

  /// A person has seen to all that came or failed so far.
  void over(Tx tx, Id conversation) {
    messages.lookedAfter(tx, conversation);
    conversations.waits(tx, conversation, Optional.empty(), Optional.empty());
  }

  boolean settle(Tx tx, Sight sight, Id message, boolean arrived, Actor by) {
    boolean settled =
        messages.isWithin(tx, sight, message) && outbox.settle(tx, message, arrived, by);
    if (settled) {
      String outcome = arrived ? "ARRIVED" : "FAILED";
      audit.record(tx, Entry.of(by, "message.settled").about(message).because(outcome));
    }
    return settled;
  }

  /// A message that is in no conversation, such as a page to staff, is nobody's here; neither is
  /// one that was erased.
  void changed(Tx tx, Id message, PartState worst) {
    messages
        .kept(tx, message)
        .filter(kept -> conversations.erasedAt(tx, kept.conversation()).isEmpty())
        .ifPresent(kept -> changed(tx, message, kept, worst));
  }

  /// An answer of our own that fails is nobody's work: whoever asked to stop is not written to.
  private void changed(Tx tx, Id message, MessageTable.Kept kept, PartState worst) {
    Head head = conversations.head(tx, kept.conversation());
    messages.state(tx, message, worst, worst.needsSomebody() && !kept.isAnswer());
    conversations.lastState(tx, message, worst.kind());
    conversations.waits(tx, head.id(), head.unanswered(), messages.trouble(tx, head.id()));
    changes.made(tx, head);
    record(tx, message, worst);
  }

  /// What became of a text is on record; that it waits, or is being handed over, became nothing
  /// yet.
  private void record(Tx tx, Id message, PartState worst) {
    switch (worst) {
      case PartState.Submitted(_) -> record(tx, message, "message.submitted", "");
      case PartState.Delivered(_) -> record(tx, message, "message.delivered", "");
      case PartState.Failed(String reason) -> record(tx, message, "message.failed", reason);
      case PartState.Expired() -> record(tx, message, "message.expired", "");
      case PartState.Cancelled() -> record(tx, message, "message.cancelled", "");
      case PartState.Unknown() -> record(tx, message, "message.unknown", "");
      case PartState.Queued(), PartState.Held(_, _), PartState.Submitting() -> {
        // nothing
      }
    }
  }

  private void record(Tx tx, Id message, String act, String reason) {
    audit.record(tx, Entry.of(SELF, act).about(message).because(reason));
  }
}

package hospital.wardbell.conversation;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.SenderName;
import hospital.wardbell.base.ShortCode;
import hospital.wardbell.consent.Answer;
import hospital.wardbell.consent.AnswerTexts;
import hospital.wardbell.consent.Draft;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.conversation.Conversations.Sent;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.store.Tx;
import java.time.InstantSource;
import java.util.Optional;

/// Puts drafts before the Gate, keeps each as a message, and queues those that passed.
final class Writing {
  private static final Actor SELF = new Actor.Wardbell("answers");

  private final ConversationTable conversations;
  private final MessageTable messages;
  private final Changes changes;
  private final Holders holders;
  private final Gate gate;
  private final AnswerTexts answerTexts;
  private final Outbox outbox;
  private final Audit audit;
  private final InstantSource clock;

  Writing(
      ConversationTable conversations,
      MessageTable messages,
      Changes changes,
      Holders holders,
      Gate gate,
      AnswerTexts answerTexts,
      Outbox outbox,
      Audit audit,
      InstantSource clock) {
    this.conversations = conversations;
    this.messages = messages;
    this.changes = changes;
    this.holders = holders;
    this.gate = gate;
    this.answerTexts = answerTexts;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /// What came of `message` when it was first wished for, if it was.
  ///
  /// @throws IllegalArgumentException if it is another conversation's
  Optional<Sent> before(Tx tx, Id conversation, Id message) {
    return messages.kept(tx, message).map(kept -> before(tx, conversation, message, kept));
  }

  private Sent before(Tx tx, Id conversation, Id message, MessageTable.Kept kept) {
    if (!kept.conversation().equals(conversation)) {
      throw new IllegalArgumentException("the id names a message of another conversation");
    }
    return new Sent(message, kept.refusal().or(() -> gate.why(tx, message)).orElseThrow());
  }

  /// One that is refused is kept and shown as well.
  Sent write(Tx tx, Head head, Id message, Wish wish, Actor by) {
    Sent sent =
        switch (head.remote()) {
          case PhoneNumber number -> review(tx, head, number, message, wish, by);
          case ShortCode _, SenderName _ ->
              refuse(tx, head, message, wish.text(), by, Verdict.Rule.NOT_TEXTABLE);
        };
    audit.record(
        tx, Entry.of(by, "conversation.write").about(head.id()).because(sent.rule().name()));
    return sent;
  }

  private Sent review(Tx tx, Head head, PhoneNumber number, Id message, Wish wish, Actor by) {
    Draft draft = draft(tx, head, number, message, wish, by, Optional.empty());
    return switch (gate.review(tx, draft)) {
      case Verdict.Pass pass -> queue(tx, head, pass);
      case Verdict.Refuse(Verdict.Rule rule) -> refuse(tx, head, message, wish.text(), by, rule);
    };
  }

  /// An answer that the Gate refuses (it was given already) leaves its verdict and no message.
  Sent answer(Tx tx, Head head, Answer answer, Optional<String> language) {
    Id message = Id.random();
    return switch (head.remote()) {
      case PhoneNumber number ->
          answer(
              tx,
              head,
              number,
              message,
              answer,
              language.orElseGet(() -> holders.language(tx, number)));
      case ShortCode _, SenderName _ -> new Sent(message, Verdict.Rule.NOT_TEXTABLE);
    };
  }

  private Sent answer(
      Tx tx, Head head, PhoneNumber number, Id message, Answer answer, String language) {
    String text = answerTexts.text(answer, language);
    Draft draft = draft(tx, head, number, message, Wish.care(text), SELF, Optional.of(answer));
    return switch (gate.review(tx, draft)) {
      case Verdict.Pass pass -> queue(tx, head, pass);
      case Verdict.Refuse(Verdict.Rule rule) -> new Sent(message, rule);
    };
  }

  private Draft draft(
      Tx tx,
      Head head,
      PhoneNumber number,
      Id message,
      Wish wish,
      Actor by,
      Optional<Answer> answers) {
    return new Draft(
        message,
        head.id(),
        head.team(),
        head.key(),
        holders.recipient(tx, head.team(), number),
        wish.purpose(),
        wish.text(),
        by,
        answers,
        wish.lifetime());
  }

  private Sent queue(Tx tx, Head head, Verdict.Pass pass) {
    Draft draft = pass.cleared().draft();
    outbox.queue(tx, pass.cleared());
    PartState state = outbox.state(tx, draft.message()).orElseGet(PartState.Queued::new);
    Message.Written message = written(draft.message(), draft.text(), draft.author(), state);
    append(tx, head, message, draft.answers().isPresent(), Optional.empty());
    conversations.written(tx, head.id(), message.at());
    return new Sent(message.id(), pass.rule());
  }

  private Sent refuse(Tx tx, Head head, Id id, String text, Actor by, Verdict.Rule rule) {
    Message.Written message = written(id, text, by, new PartState.Cancelled());
    append(tx, head, message, false, Optional.of(rule));
    return new Sent(id, rule);
  }

  private Message.Written written(Id id, String text, Actor by, PartState state) {
    return new Message.Written(id, clock.instant(), text, by, state, Optional.empty());
  }

  private void append(
      Tx tx, Head head, Message.Written message, boolean isAnswer, Optional<Verdict.Rule> refusal) {
    messages.insert(tx, head, message, isAnswer, refusal);
    conversations.last(tx, head, message);
    changes.made(tx, head);
  }
}

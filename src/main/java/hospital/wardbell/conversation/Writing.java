package hospital.wardbell.conversation;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.SenderName;
import hospital.wardbell.base.ShortCode;
import hospital.wardbell.consent.Answer;
import hospital.wardbell.consent.Draft;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.consent.Recipient;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.conversation.Conversations.Sent;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.store.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Puts drafts before the Gate, keeps each as a message, and queues those that passed.
final class Writing {
  private final ConversationTable conversations;
  private final MessageTable messages;
  private final Changes changes;
  private final Patients patients;
  private final Gate gate;
  private final Outbox outbox;
  private final InstantSource clock;

  Writing(
      ConversationTable conversations,
      MessageTable messages,
      Changes changes,
      Patients patients,
      Gate gate,
      Outbox outbox,
      InstantSource clock) {
    this.conversations = conversations;
    this.messages = messages;
    this.changes = changes;
    this.patients = patients;
    this.gate = gate;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// What a person, an integration or a feature above wants sent. One that is refused is kept and
  /// shown as well.
  Sent write(Tx tx, Head head, Id message, Purpose purpose, String text, Actor by) {
    return switch (head.remote()) {
      case PhoneNumber number -> {
        Draft draft =
            new Draft(
                message,
                head.id(),
                head.key(),
                recipient(tx, head.team(), number),
                purpose,
                text,
                by,
                Optional.empty());
        yield switch (gate.review(tx, draft)) {
          case Verdict.Pass pass -> queue(tx, head, pass);
          case Verdict.Refuse(Verdict.Rule rule) -> refuse(tx, head, message, text, by, rule);
        };
      }
      case ShortCode _, SenderName _ ->
          refuse(tx, head, message, text, by, Verdict.Rule.NOT_TEXTABLE);
    };
  }

  /// What a patient's text calls for. One that the Gate refuses (it was given already) leaves no
  /// message, only its verdict.
  Sent answer(Tx tx, Head head, PhoneNumber number, Answer answer, String text) {
    Draft draft =
        new Draft(
            Id.random(),
            head.id(),
            head.key(),
            recipient(tx, head.team(), number),
            Purpose.CARE,
            text,
            new Actor.Wardbell("answer"),
            Optional.of(answer));
    return switch (gate.review(tx, draft)) {
      case Verdict.Pass pass -> queue(tx, head, pass);
      case Verdict.Refuse(Verdict.Rule rule) -> new Sent(draft.message(), Optional.of(rule));
    };
  }

  private Sent queue(Tx tx, Head head, Verdict.Pass pass) {
    Draft draft = pass.cleared().draft();
    append(
        tx,
        head,
        written(draft.message(), draft.text(), draft.author(), new PartState.Queued()),
        draft.answers().isPresent(),
        Optional.empty());
    conversations.written(tx, head.id(), clock.instant());
    outbox.queue(tx, pass.cleared());
    return new Sent(draft.message(), Optional.empty());
  }

  private Sent refuse(
      Tx tx, Head head, Id message, String text, Actor by, Verdict.Rule rule) {
    append(
        tx,
        head,
        written(message, text, by, new PartState.Failed(rule.name())),
        false,
        Optional.of(rule));
    return new Sent(message, Optional.of(rule));
  }

  private Message.Written written(Id id, String text, Actor by, PartState state) {
    return new Message.Written(id, clock.instant(), text, by, state, Optional.empty());
  }

  private void append(
      Tx tx,
      Head head,
      Message.Written message,
      boolean isAnswer,
      Optional<Verdict.Rule> refusal) {
    messages.insert(tx, head, head.version() + 1, message, isAnswer, refusal);
    conversations.last(tx, head, message);
    changes.made(tx, head.id(), head.team());
  }

  /// Of several on a shared telephone the first of the conversation's team; a number is enough for
  /// the Gate.
  private Recipient recipient(Tx tx, Id team, PhoneNumber number) {
    List<Patient> holders = patients.holding(tx, number);
    return holders.stream()
        .filter(p -> p.team().equals(team))
        .findFirst()
        .or(() -> holders.stream().findFirst())
        .<Recipient>map(p -> new Recipient.PatientNumber(p.id(), number))
        .orElseGet(() -> new Recipient.UnknownNumber(number));
  }

  /// The language in which the remote is answered.
  String language(Tx tx, Remote remote) {
    return patients.holding(tx, remote).stream().map(Patient::language).findFirst().orElse("en");
  }
}

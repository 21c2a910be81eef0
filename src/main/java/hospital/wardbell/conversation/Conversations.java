package hospital.wardbell.conversation;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.SenderName;
import hospital.wardbell.base.ShortCode;
import hospital.wardbell.consent.Answer;
import hospital.wardbell.consent.AnswerTexts;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.outbox.SendListener;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The conversations of one home. Any thread.
public final class Conversations implements SendListener {
  /// The most messages a page of a conversation has.
  public static final int PAGE = 50;

  /// Which lines of the inbox are wanted.
  public enum View {
    /// Who waits, longest first; failed and unknown sends count as waiting.
    WAITING,
    /// All, newest first.
    ALL
  }

  /// The inbox, and how many wait in all.
  public record Inbox(List<InboxLine> lines, int waiting) {
    public Inbox {
      lines = List.copyOf(lines);
    }
  }

  /// What came of a wish to send.
  ///
  /// @param message its id, kept though it was refused
  /// @param refusal the rule that forbade it; empty if it is on its way
  public record Sent(Id message, Optional<Verdict.Rule> refusal) {}

  /// A message as the API shows it.
  public record ApiMessage(Id conversation, Remote remote, Message message) {
    @Override
    public String toString() {
      return "ApiMessage[" + message.id() + "]";
    }
  }

  private final Store store;
  private final Audit audit;
  private final Id frontDesk;
  private final Patients patients;
  private final AnswerTexts answerTexts;
  private final Outbox outbox;
  private final InstantSource clock;
  private final ConversationTable conversations;
  private final MessageTable messages;
  private final Changes changes;
  private final Receiving receiving;
  private final Writing writing;
  private final Reading reading;

  /// @param frontDesk the team that owns what nobody else does
  public Conversations(
      Store store,
      Vault vault,
      Audit audit,
      Settings settings,
      Id frontDesk,
      Patients patients,
      Ledger ledger,
      Gate gate,
      AnswerTexts answerTexts,
      Outbox outbox,
      InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.frontDesk = frontDesk;
    this.patients = patients;
    this.answerTexts = answerTexts;
    this.outbox = outbox;
    this.clock = clock;
    this.conversations = new ConversationTable(vault);
    this.messages = new MessageTable(vault, conversations);
    this.changes = new Changes(conversations);
    this.receiving = new Receiving(conversations, messages, changes);
    this.writing = new Writing(conversations, messages, changes, patients, gate, outbox, clock);
    this.reading =
        new Reading(
            store, audit, conversations, messages, patients, ledger, settings, clock);
  }

  public void listen(LiveListener listener) {
    changes.listen(listener);
  }

  public void listen(ReplyListener listener) {
    receiving.listen(listener);
  }

  /// The conversation of `team` with `remote`, made if there is none.
  public Id with(Tx tx, Id team, Remote remote) {
    return conversations
        .of(tx, team, remote)
        .orElseGet(() -> conversations.insert(tx, team, remote, clock.instant()));
  }

  /// The conversation a text from `remote` belongs to: the one last written in, else that of the
  /// patient's team, else one of the front desk's.
  public Id receiving(Tx tx, Remote remote) {
    return conversations
        .latest(tx, remote)
        .orElseGet(() -> with(tx, team(tx, remote), remote));
  }

  private Id team(Tx tx, Remote remote) {
    return patients.holding(tx, remote).stream().map(Patient::team).findFirst().orElse(frontDesk);
  }

  /// The data key of a conversation.
  public Id key(Sql sql, Id conversation) {
    return conversations.head(sql, conversation).key();
  }

  /// Appends a text that came; tells listeners. If `message` is there already (a part came late),
  /// its text is replaced.
  public void receive(Tx tx, Id conversation, Message.Received message) {
    receiving.receive(tx, conversations.head(tx, conversation), message);
    audit.record(
        tx,
        Entry.of(new Actor.Texter(conversation), "message.received")
            .about(message.id())
            .from("modem"));
  }

  /// The remote's next text in the conversation of `expected.message()`, until `expected.until()`,
  /// is told to the listeners.
  public void expect(Tx tx, Expectation expected) {
    receiving.expect(tx, expected, clock.instant());
  }

  /// Sends what a patient's text calls for. What cannot be texted is not answered.
  public Sent answer(Tx tx, Id conversation, Answer answer) {
    Head head = conversations.head(tx, conversation);
    return switch (head.remote()) {
      case PhoneNumber number ->
          writing.answer(
              tx, head, number, answer, answerTexts.text(answer, writing.language(tx, number)));
      case ShortCode _, SenderName _ ->
          new Sent(answer.inbound(), Optional.of(Verdict.Rule.NOT_TEXTABLE));
    };
  }

  /// A person replies. The same `draft` id sends once, however often the form is posted.
  ///
  /// @return empty if there is no such conversation within `sight`, or the id is another message's
  public Optional<Sent> reply(Sight sight, Id conversation, Id draft, String text, Actor by) {
    return store.write(
        tx ->
            conversations
                .head(tx, sight, conversation)
                .flatMap(head -> reply(tx, head, draft, text, by)));
  }

  private Optional<Sent> reply(Tx tx, Head head, Id draft, String text, Actor by) {
    Optional<MessageTable.Kept> kept = messages.kept(tx, draft);
    if (kept.isPresent()) {
      return kept.filter(k -> k.conversation().equals(head.id()))
          .map(k -> new Sent(draft, k.refusal()));
    }
    Sent sent = writing.write(tx, head, draft, Purpose.CARE, text, by);
    if (sent.refusal().isEmpty()) {
      settleWaiting(tx, head.id());
    }
    audit.record(tx, Entry.of(by, "conversation.replied").about(head.id()).because(reason(sent)));
    return Optional.of(sent);
  }

  /// An integration or a person begins; `message` is its id from now on, and sends once. Whoever
  /// waits for an answer still does.
  ///
  /// @throws IllegalArgumentException if `message` is the id of another conversation's message
  public Sent send(Id message, Id team, Remote to, Purpose purpose, String text, Actor by) {
    return store.write(tx -> send(tx, message, with(tx, team, to), purpose, text, by));
  }

  private Sent send(Tx tx, Id message, Id conversation, Purpose purpose, String text, Actor by) {
    Optional<MessageTable.Kept> kept = messages.kept(tx, message);
    if (kept.isPresent()) {
      if (!kept.get().conversation().equals(conversation)) {
        throw new IllegalArgumentException("the message's id was used for another recipient");
      }
      return new Sent(message, kept.get().refusal());
    }
    Head head = conversations.head(tx, conversation);
    Sent sent = writing.write(tx, head, message, purpose, text, by);
    audit.record(
        tx, Entry.of(by, "conversation.written").about(conversation).because(reason(sent)));
    return sent;
  }

  private static String reason(Sent sent) {
    return sent.refusal().map(Verdict.Rule::name).orElse("");
  }

  /// Opens a conversation for reading, after the read is on the audit log.
  ///
  /// @param origin where the reader is
  public Optional<Conversation> open(Sight sight, Id conversation, Actor by, String origin) {
    return reading.open(sight, conversation, by, origin);
  }

  /// At most 200 lines; the read is on the audit log before this returns.
  public Inbox inbox(Sight sight, View view, Actor by, String origin) {
    return reading.inbox(sight, view, by, origin);
  }

  /// Nobody needs to answer what has come so far.
  ///
  /// @return whether there is such a conversation within `sight`
  public boolean done(Sight sight, Id conversation, Actor by) {
    return store.write(
        tx -> {
          Optional<Head> head = conversations.head(tx, sight, conversation);
          head.ifPresent(
              h -> {
                settleWaiting(tx, h.id());
                changes.made(tx, h.id(), h.team());
                audit.record(tx, Entry.of(by, "conversation.done").about(h.id()));
              });
          return head.isPresent();
        });
  }

  private void settleWaiting(Tx tx, Id conversation) {
    messages.lookedAfter(tx, conversation);
    conversations.waits(tx, conversation, Optional.empty(), Optional.empty());
  }

  /// A person says what became of a message whose outcome is unknown.
  ///
  /// @return whether there was one to settle within `sight`
  public boolean settle(Sight sight, Id message, boolean arrived, Actor by) {
    return store.write(
        tx -> {
          boolean settled =
              messages.isWithin(tx, sight, message) && outbox.settle(tx, message, arrived, by);
          if (settled) {
            String outcome = arrived ? "ARRIVED" : "FAILED";
            audit.record(tx, Entry.of(by, "message.settled").about(message).because(outcome));
          }
          return settled;
        });
  }

  /// Messages for the API, oldest first, at most 500: those at `since` and later.
  public List<ApiMessage> since(Sight sight, boolean received, Instant since, Actor by) {
    return reading.since(sight, received, since, by);
  }

  /// One message for the API.
  public Optional<ApiMessage> message(Sight sight, Id message, Actor by) {
    return reading.message(sight, message, by);
  }

  @Override
  public void changed(Tx tx, Id message, PartState worst) {
    messages.kept(tx, message).ifPresent(kept -> changed(tx, message, kept, worst));
  }

  /// An answer of our own that fails is nobody's work: whoever asked to stop is not written to.
  private void changed(Tx tx, Id message, MessageTable.Kept kept, PartState worst) {
    Head head = conversations.head(tx, kept.conversation());
    messages.state(tx, message, worst, States.isTrouble(worst) && !kept.isAnswer());
    conversations.lastState(tx, message, worst.kind());
    conversations.waits(tx, head.id(), head.unanswered(), messages.trouble(tx, head.id()));
    changes.made(tx, head.id(), head.team());
  }
}

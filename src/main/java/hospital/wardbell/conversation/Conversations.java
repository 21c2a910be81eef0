package hospital.wardbell.conversation;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.consent.Answer;
import hospital.wardbell.consent.AnswerTexts;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.outbox.SendListener;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.IndexListener;
import hospital.wardbell.vault.Indexed;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The conversations of one home. Any thread.
public final class Conversations implements SendListener, AutoCloseable {
  /// By what they are found.
  public static final Indexed INDEXED = ConversationTable.INDEXED;

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
  /// @param rule the Gate's rule that let it out or forbade it
  public record Sent(Id message, Verdict.Rule rule) {}

  /// A message as the API shows it.
  public record ApiMessage(Id conversation, Remote remote, Message message) {
    @Override
    public String toString() {
      return "ApiMessage[" + message.id() + "]";
    }
  }

  private final Store store;
  private final Id frontDesk;
  private final InstantSource clock;
  private final Outbox outbox;
  private final ConversationTable conversations;
  private final Holders holders;
  private final Changes changes;
  private final Receiving receiving;
  private final Writing writing;
  private final Reading reading;
  private final Waiting waiting;
  private final WordIndex index;
  private final Removal removal;

  /// @param frontDesk the team that owns what nobody else does
  public Conversations(
      Store store,
      Vault vault,
      Audit audit,
      Id frontDesk,
      Patients patients,
      Ledger ledger,
      Gate gate,
      AnswerTexts answerTexts,
      Outbox outbox,
      InstantSource clock) {
    this.store = store;
    this.frontDesk = frontDesk;
    this.clock = clock;
    this.outbox = outbox;
    this.conversations = new ConversationTable(vault);
    this.holders = new Holders(patients);
    this.changes = new Changes(conversations);
    Numbering numbering = new Numbering(clock);
    var messages = new MessageTable(vault, conversations, numbering);
    WordRows words = WordRows.of(vault);
    this.receiving = new Receiving(conversations, messages, changes, audit);
    this.writing =
        new Writing(
            conversations, messages, changes, holders, gate, answerTexts, outbox, audit, clock);
    Finding finding = new Finding(messages, words);
    this.reading =
        new Reading(store, audit, conversations, messages, holders, ledger, gate, finding);
    this.waiting = new Waiting(conversations, messages, changes, outbox, audit);
    this.index = new WordIndex(store, messages, words, vault.steps(), numbering::newest);
    this.removal =
        new Removal(
            new Deleting(store, vault, conversations, messages, changes, audit, clock),
            new Erasing(vault, conversations, changes));
  }

  /// Begins to put the words of messages where [#search] finds them, and to look whether it does.
  public void start() {
    index.start();
  }

  /// Deleting and erasing what was said.
  public Removal removal() {
    return removal;
  }

  public void listen(LiveListener listener) {
    changes.listen(listener);
  }

  public void listen(ReplyListener listener) {
    receiving.listen(listener);
  }

  /// Called before [#start]; is told if the index of words was changed.
  public void listen(IndexListener listener) {
    index.listen(listener);
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
        .orElseGet(() -> with(tx, holders.team(tx, remote).orElse(frontDesk), remote));
  }

  /// All conversations with `remote`, of whatever team: for who asks what was done about it, and
  /// may not see what is in them.
  public List<Id> with(Remote remote) {
    return store.read(sql -> conversations.with(sql, remote));
  }

  /// The data key of a conversation.
  public Id key(Sql sql, Id conversation) {
    return conversations.head(sql, conversation).key();
  }

  /// Appends a text that came; tells listeners.
  public void receive(Tx tx, Id conversation, Message.Received message) {
    receiving.receive(tx, conversations.head(tx, conversation), message);
  }

  /// More of a text has come whose beginning was given to [#receive] under the same id: it takes
  /// the beginning's place; tells listeners.
  public void complete(Tx tx, Id conversation, Message.Received message) {
    receiving.complete(tx, conversations.head(tx, conversation), message);
  }

  /// The remote has texted the line of that name, so it knows that number: answers go out there.
  public void heard(Tx tx, Id conversation, String line) {
    outbox.heard(tx, conversation, line);
  }

  /// The next texts in this conversation, until `expected.until()`, are told to the listeners.
  public void expect(Tx tx, Id conversation, Expectation expected) {
    receiving.expect(tx, conversations.head(tx, conversation), expected, clock.instant());
  }

  /// Sends what a patient's text calls for. What cannot be texted is not answered.
  ///
  /// @param language in which the text was written, if it shows; else the patient's own is used
  public Sent answer(Tx tx, Id conversation, Answer answer, Optional<String> language) {
    return writing.answer(tx, conversations.head(tx, conversation), answer, language);
  }

  /// A person replies, so nobody waits there any more. The same `draft` id sends once, however
  /// often the form is posted.
  ///
  /// @return empty if there is no such conversation within `sight`
  /// @throws IllegalArgumentException if `draft` is the id of another conversation's message
  public Optional<Sent> reply(Sight sight, Id conversation, Id draft, String text, Actor by) {
    return store.write(tx ->
        conversations
            .head(tx, sight, conversation)
            .map(head ->
                writing
                    .before(tx, head.id(), draft)
                    .orElseGet(() -> reply(tx, head, draft, text, by))));
  }

  private Sent reply(Tx tx, Head head, Id draft, String text, Actor by) {
    Sent sent = writing.write(tx, head, draft, Wish.care(text), by);
    if (sent.rule().passes()) {
      waiting.over(tx, head.id());
    }
    return sent;
  }

  /// An integration or a person begins; `message` is its id from now on, and sends once. Whoever
  /// waits for an answer still does.
  ///
  /// @throws IllegalArgumentException if `message` is the id of another conversation's message
  public Sent send(Id message, Id team, Remote to, Wish wish, Actor by) {
    return store.write(tx -> {
      Id conversation = with(tx, team, to);
      return writing
          .before(tx, conversation, message)
          .orElseGet(
              () -> writing.write(tx, conversations.head(tx, conversation), message, wish, by));
    });
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

  /// How many conversations within `sight` wait. A count alone is no look at anybody, so it is not
  /// on the audit log.
  public int waiting(Sight sight) {
    return store.read(sql -> reading.waiting(sql, sight));
  }

  /// Nobody needs to answer what has come so far.
  ///
  /// @return whether there is such a conversation within `sight`
  public boolean done(Sight sight, Id conversation, Actor by) {
    return store.write(tx -> waiting.done(tx, sight, conversation, by));
  }

  /// A person says what became of a message whose outcome is unknown.
  ///
  /// @return whether there was one to settle within `sight`
  public boolean settle(Sight sight, Id message, boolean arrived, Actor by) {
    return store.write(tx -> waiting.settle(tx, sight, message, arrived, by));
  }

  /// Messages within `sight` that have all of `words`, whole, whatever their accents and capitals;
  /// at most [#PAGE]. That there was a search, not for what, is on the audit log before this
  /// returns.
  ///
  /// @param below [Found#more] of the page before; empty for the first
  /// @param origin where the reader is
  public Found search(Sight sight, String words, Optional<Long> below, Actor by, String origin) {
    return reading.search(sight, words, below, by, origin);
  }

  /// Messages for the API, oldest first, at most 500: those at `since` and later.
  public List<ApiMessage> since(Sight sight, boolean received, Instant since, Actor by) {
    return reading.since(sight, received, since, by);
  }

  /// One message for the API.
  ///
  /// @param whole whether the program sees number and text, not only what became of it
  public Optional<ApiMessage> message(Sight sight, Id message, boolean whole, Actor by) {
    return reading.message(sight, message, whole, by);
  }

  @Override
  public void changed(Tx tx, Id message, PartState worst) {
    waiting.changed(tx, message, worst);
  }

  /// Ends the loops that [#start] began.
  @Override
  public void close() {
    index.close();
  }
}

package hospital.wardbell.conversation;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.consent.Answer;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.outbox.SendListener;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
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
  public record Sent(Id message, Verdict verdict) {}

  public void listen(LiveListener listener) {
    throw new IllegalStateException("not built");
  }

  public void listen(ReplyListener listener) {
    throw new IllegalStateException("not built");
  }

  /// The conversation of `team` with `remote`, made if there is none.
  public Id with(Tx tx, Id team, Remote remote) {
    throw new IllegalStateException("not built");
  }

  /// The conversation a text from `remote` belongs to: the one last written in, else that of the
  /// patient's team, else one of the front desk's.
  public Id receiving(Tx tx, Remote remote) {
    throw new IllegalStateException("not built");
  }

  /// The data key of a conversation.
  public Id key(Sql sql, Id conversation) {
    throw new IllegalStateException("not built");
  }

  /// Appends a text that came; tells listeners. If `message` is there already (a part came late),
  /// its text is replaced.
  public void receive(Tx tx, Id conversation, Message.Received message) {
    throw new IllegalStateException("not built");
  }

  /// Sends what a patient's text calls for.
  public Sent answer(Tx tx, Id conversation, Answer answer) {
    throw new IllegalStateException("not built");
  }

  /// A person replies. The same `draft` id sends once, however often the form is posted.
  ///
  /// @return empty if there is no such conversation within `sight`
  public Optional<Sent> reply(Sight sight, Id conversation, Id draft, String text, Actor by) {
    throw new IllegalStateException("not built");
  }

  /// An integration or a person begins; `message` is its id from now on, and sends once.
  public Sent send(Id message, Id team, Remote to, Purpose purpose, String text, Actor by) {
    throw new IllegalStateException("not built");
  }

  /// Opens a conversation for reading, after the read is on the audit log.
  ///
  /// @param origin where the reader is
  public Optional<Conversation> open(Sight sight, Id conversation, Actor by, String origin) {
    throw new IllegalStateException("not built");
  }

  /// At most 200 lines; the read is on the audit log before this returns.
  public Inbox inbox(Sight sight, View view, Actor by, String origin) {
    throw new IllegalStateException("not built");
  }

  /// Nobody needs to answer what has come so far.
  ///
  /// @return whether there is such a conversation within `sight`
  public boolean done(Sight sight, Id conversation, Actor by) {
    throw new IllegalStateException("not built");
  }

  /// A person says what became of a message whose outcome is unknown.
  public boolean settle(Sight sight, Id message, boolean arrived, Actor by) {
    throw new IllegalStateException("not built");
  }

  /// Messages for the API, oldest first, at most 500.
  public List<ApiMessage> since(Sight sight, boolean received, Instant since, Actor by) {
    throw new IllegalStateException("not built");
  }

  /// One message for the API.
  public Optional<ApiMessage> message(Sight sight, Id message, Actor by) {
    throw new IllegalStateException("not built");
  }

  /// A message as the API shows it.
  public record ApiMessage(Id conversation, Remote remote, Message message) {
    @Override
    public String toString() {
      return "ApiMessage[" + message.id() + "]";
    }
  }

  @Override
  public void changed(Tx tx, Id message, PartState worst) {
    throw new IllegalStateException("not built");
  }
}

package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Reference;
import hospital.wardbell.base.Remote;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Whole conversations, whoever's team they are, for those who must look after them or give them
/// out. Who sees what of it is recorded by the caller, before it is shown. Any thread.
public final class Transcripts {
  // As many as are opened while nobody else waits for a connection.
  private static final int AT_ONCE = 200;

  /// A conversation, without its messages.
  ///
  /// @param shared whether more than one patient has the number
  /// @param messages how many there are
  public record Talk(
      Id id,
      Id team,
      Remote remote,
      boolean shared,
      long messages,
      Optional<Instant> first,
      Instant last) {
    @Override
    public String toString() {
      return "Talk[" + id + "]";
    }
  }

  /// A message in its place.
  ///
  /// @param ours whether we wrote it
  /// @param message empty if it was erased
  public record Line(Id id, Instant at, boolean ours, Optional<Message> message) {}

  /// A text of ours.
  ///
  /// @param key the data key of its conversation
  public record Sent(Id id, Id conversation, Remote remote, Id key, Instant at) {
    public Reference reference() {
      return Reference.of(id);
    }

    @Override
    public String toString() {
      return "Sent[" + id + "]";
    }
  }

  /// Takes one line after the other.
  public interface Reader {
    /// @throws IOException if it can take no more; reading ends then
    void take(Line line) throws IOException;
  }

  private final Store store;
  private final Patients patients;
  private final ConversationTable conversations;
  private final TranscriptTable table;

  public Transcripts(Store store, Vault vault, Patients patients, InstantSource clock) {
    this.store = store;
    this.patients = patients;
    this.conversations = new ConversationTable(vault);
    this.table = new TranscriptTable(new MessageTable(vault, conversations, new Numbering(clock)));
  }

  /// Those who have the number of a conversation; nobody if there is no such conversation any more.
  public List<Patient> holders(Id conversation) {
    return store.read(
        sql -> Vault.unlessShredded(() -> holders(sql, conversation)).orElse(List.of()));
  }

  private List<Patient> holders(Sql sql, Id conversation) {
    return conversations
        .find(sql, conversation)
        .map(head -> patients.holding(sql, head.remote()))
        .orElse(List.of());
  }

  /// Whether there is such a conversation, and it is one of `sight`.
  public boolean isWithin(Sight sight, Id conversation) {
    return store.read(sql -> conversations.isWithin(sql, sight, conversation));
  }

  /// All conversations with `remote`, of whatever team.
  public List<Talk> with(Sql sql, Remote remote) {
    boolean shared = patients.holding(sql, remote).size() > 1;
    return conversations.with(sql, remote).stream()
        .flatMap(id -> table.closed(sql, id).stream())
        .map(talk ->
            new Talk(
                talk.id(),
                talk.team(),
                remote,
                shared,
                table.count(sql, talk.id()),
                table.first(sql, talk.id()),
                table.last(sql, talk.id())))
        .toList();
  }

  /// A text of ours; empty if there is none of that id within `sight`.
  public Optional<Sent> sent(Sight sight, Id message) {
    return store.read(sql ->
        table
            .ours(sql, sight, message)
            .map(wrote -> sent(conversations.head(sql, wrote.conversation()), message, wrote)));
  }

  private static Sent sent(Head head, Id message, TranscriptTable.Wrote wrote) {
    return new Sent(message, head.id(), head.remote(), head.key(), wrote.at());
  }

  /// Gives out every message of a conversation, oldest first; a few hundred are in memory at a
  /// time.
  public void read(Id conversation, Reader reader) throws IOException {
    long place = Long.MIN_VALUE;
    while (true) {
      long from = place;
      List<TranscriptTable.Placed> some =
          store.read(sql ->
              table
                  .closed(sql, conversation)
                  .map(talk -> table.after(sql, talk, from, AT_ONCE))
                  .orElse(List.of()));
      for (TranscriptTable.Placed next : some) {
        reader.take(next.line());
        place = next.place();
      }
      if (some.size() < AT_ONCE) {
        return;
      }
    }
  }
}

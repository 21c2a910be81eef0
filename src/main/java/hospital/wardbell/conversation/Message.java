package hospital.wardbell.conversation;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Reference;
import hospital.wardbell.outbox.PartState;
import java.time.Instant;
import java.util.Optional;

/// One message of a conversation, opened.
public sealed interface Message {
  Id id();

  /// When it was written or received.
  Instant at();

  String text();

  default Reference reference() {
    return Reference.of(id());
  }

  /// A text from the remote.
  ///
  /// @param missingParts how many parts of it have not come (yet); 0 if it is whole
  record Received(Id id, Instant at, ReceivedKind kind, String text, int missingParts)
      implements Message {
    @Override
    public String toString() {
      return "Received[" + id + "]";
    }
  }

  /// A text to the remote.
  ///
  /// @param author who wrote it: a person, an integration, or Wardbell
  /// @param state the worst part's
  /// @param refusal why the Gate or the network did not let it out, if so
  record Written(
      Id id, Instant at, String text, Actor author, PartState state, Optional<String> refusal)
      implements Message {
    @Override
    public String toString() {
      return "Written[" + id + "]";
    }
  }

  /// A text that staff deleted: that there was one, and what became of it.
  record Deleted(Id id, Instant at, boolean ours, Deletion deletion) implements Message {
    /// Nothing; what it said is kept for the privacy officer alone.
    @Override
    public String text() {
      return "";
    }
  }
}

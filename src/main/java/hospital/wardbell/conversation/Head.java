package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import java.time.Instant;
import java.util.Optional;

/// A conversation's own row, without its messages, as it is at one moment of a transaction.
///
/// @param unanswered when the oldest text came that nobody has answered
/// @param trouble when the oldest of our texts was written that failed, or may have
record Head(
    Id id,
    Id team,
    Remote remote,
    Id key,
    long version,
    Optional<Instant> unanswered,
    Optional<Instant> trouble,
    Optional<Id> lastMessage) {
  /// The older of the two reasons to wait.
  static Optional<Instant> waiting(Optional<Instant> unanswered, Optional<Instant> trouble) {
    if (unanswered.isEmpty()) {
      return trouble;
    }
    return trouble.filter(t -> t.isBefore(unanswered.get())).or(() -> unanswered);
  }

  Optional<Instant> waiting() {
    return waiting(unanswered, trouble);
  }

  @Override
  public String toString() {
    return "Head[" + id + "]";
  }
}

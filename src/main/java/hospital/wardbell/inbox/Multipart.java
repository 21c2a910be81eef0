package hospital.wardbell.inbox;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.util.Optional;

/// A text that travels in several parts.
///
/// @param id the message's, from its first part on
/// @param firstSeen when the first of its parts came
/// @param conversation where it is shown, once it is
record Multipart(Id id, int total, Instant firstSeen, State state, Optional<Id> conversation) {
  /// One that is whole by its one part; it has no row.
  static Multipart ofOne(Id id, Instant seen) {
    return new Multipart(id, 1, seen, State.WAITING, Optional.empty());
  }

  /// How much of it people see.
  enum State {
    /// Nothing yet.
    WAITING,
    /// What has come.
    SHOWN,
    /// Everything.
    WHOLE,
    /// Nothing; its raw PDUs are unreadable.
    GIVEN_UP
  }
}

package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import java.time.Instant;

/// One part of a message, as pages and the API show it; no text.
///
/// @param number from 1 to `total`
/// @param since when it came into its state
public record Part(Id id, Id message, int number, int total, PartState state, Instant since) {
  /// The same part in another state.
  Part in(PartState other, Instant now) {
    return new Part(id, message, number, total, other, now);
  }
}

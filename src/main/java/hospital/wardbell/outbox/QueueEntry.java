package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Reference;
import java.time.Instant;
import java.util.Optional;

/// A message that waits or is being handed over, for people who run the box: nobody's number and no
/// text.
///
/// @param part which of its parts is next, from 1
/// @param parts how many it has
/// @param state that part's
/// @param modem the only one that may send it, if it is bound to one
public record QueueEntry(
    Id message,
    int part,
    int parts,
    PartState state,
    Instant queuedAt,
    Instant expiresAt,
    Optional<String> modem) {
  public Reference reference() {
    return Reference.of(message);
  }
}

package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Secrets that wait for the next step of a sign-in or a session, one for each: in memory, for a
/// while, at most [#MOST], the oldest dropped first. A new one voids the former. Any thread.
final class ShortLived {
  static final int MOST = 1_000;

  private record Waiting(Secret secret, Instant until) {}

  private final Duration patience;
  private final InstantSource clock;
  private final SequencedMap<Id, Waiting> waiting = new LinkedHashMap<>(); // guarded by this

  ShortLived(Duration patience, InstantSource clock) {
    this.patience = patience;
    this.clock = clock;
  }

  synchronized void put(Id of, Secret secret) {
    boolean _ = waiting.remove(of) != null;
    waiting.putLast(of, new Waiting(secret, clock.instant().plus(patience)));
    if (waiting.size() > MOST) {
      waiting.pollFirstEntry();
    }
  }

  synchronized Optional<Secret> find(Id of) {
    return Optional.ofNullable(waiting.get(of))
        .filter(w -> clock.instant().isBefore(w.until()))
        .map(Waiting::secret);
  }

  /// Gives it once: whoever asks next finds nothing.
  synchronized Optional<Secret> take(Id of) {
    Optional<Secret> found = find(of);
    boolean _ = waiting.remove(of) != null;
    return found;
  }
}

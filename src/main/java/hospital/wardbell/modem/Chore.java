package hospital.wardbell.modem;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/// One [Errand] that waits for its turn, and whoever waits for what comes of it.
///
/// @param latest after then it is not begun any more; by the clock that nobody sets
record Chore(Errand errand, Instant latest, CompletableFuture<ErrandOutcome> outcome) {
  Chore(Errand errand, Instant latest) {
    this(errand, latest, new CompletableFuture<>());
  }

  /// Says what came of it; the first word stands.
  void settle(ErrandOutcome what) {
    boolean _ = outcome.complete(what);
  }
}

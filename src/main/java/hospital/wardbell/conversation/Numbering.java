package hospital.wardbell.conversation;

import hospital.wardbell.store.Tx;
import java.time.InstantSource;

/// Gives messages their ordinals: the time in milliseconds, and more where that would not be above
/// the last. So a clock that is set back disturbs nothing.
final class Numbering {
  private final InstantSource clock;
  private long last = -1; // writer thread only
  private volatile long newest;

  Numbering(InstantSource clock) {
    this.clock = clock;
  }

  long next(Tx tx) {
    if (last < 0) {
      last = MessageTable.newestOrdinal(tx);
    }
    long ordinal = Math.max(last + 1, clock.millis());
    last = ordinal;
    tx.afterCommit(() -> newest = ordinal);
    return ordinal;
  }

  /// The newest that is committed and was given since the start; 0 if there is none.
  long newest() {
    return newest;
  }
}

package hospital.wardbell.outbox;

import hospital.wardbell.base.Loop;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Lets parts expire that no modem could take in time.
final class Housekeeping implements Loop.Turn {
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final int BATCH = 50;

  private final Store store;
  private final PartTable parts;
  private final Moves moves;
  private final InstantSource clock;

  Housekeeping(Store store, PartTable parts, Moves moves, InstantSource clock) {
    this.store = store;
    this.parts = parts;
    this.moves = moves;
    this.clock = clock;
  }

  @Override
  public Duration take() {
    List<Part> overdue = store.read(sql -> parts.overdue(sql, clock.instant(), BATCH));
    if (overdue.isEmpty()) {
      return INTERVAL;
    }
    store.change(tx -> overdue.forEach(part -> expire(tx, part)));
    return Duration.ZERO;
  }

  /// It may have been claimed since it was found.
  private void expire(Tx tx, Part found) {
    parts
        .part(tx, found.id())
        .filter(part -> Moves.isWaiting(part.state()))
        .ifPresent(part -> moves.move(tx, part, new PartState.Expired()));
  }
}

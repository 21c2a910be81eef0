package hospital.wardbell.outbox;

import hospital.wardbell.base.Loop;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Says of parts that wait for more than their turn what they wait for: a limit of their SIM, or a
/// lead. A part that is not held here goes no sooner; whoever claims it looks again.
///
/// A long queue is gone through in small steps, since each of them delays the parts that go out.
final class Holding implements Loop.Turn {
  // A line whose limit lets the next one out so soon is only slow.
  private static final Duration SOON = Duration.ofSeconds(10);
  // What waits for a limit on recipients is not looked at more often than this.
  private static final Duration COARSE = Duration.ofMinutes(15);
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_STEPS = Duration.ofMillis(100);
  private static final int STEP = 20;

  private final Store store;
  private final PartTable parts;
  private final QueueTable queue;
  private final Moves moves;
  private final Stale stale;
  private final Outage outage;
  private final Ready ready;
  private final Route route;
  private final InstantSource clock;
  private Instant swept = Instant.EPOCH; // the stale of this time are all held

  Holding(
      Store store,
      PartTable parts,
      QueueTable queue,
      Moves moves,
      Stale stale,
      Outage outage,
      Ready ready,
      Route route,
      InstantSource clock) {
    this.store = store;
    this.parts = parts;
    this.queue = queue;
    this.moves = moves;
    this.stale = stale;
    this.outage = outage;
    this.ready = ready;
    this.route = route;
    this.clock = clock;
  }

  @Override
  public Duration take() {
    return holdStale() || holdLimited() ? BETWEEN_STEPS : IDLE;
  }

  /// @return whether there may be more
  private boolean holdStale() {
    Instant before = outage.staleBefore();
    if (before.equals(swept)) {
      return false;
    }
    for (Queue from : ready.queues()) {
      if (!(from instanceof Queue.Stale) && store.write(tx -> stale.hold(tx, from, STEP)) == STEP) {
        return true;
      }
    }
    swept = before;
    return false;
  }

  private boolean holdLimited() {
    Instant now = clock.instant();
    List<Line> able = route.lines().stream().filter(line -> line.isAble(now)).toList();
    if (able.stream().allMatch(line -> line.allowance().limits().equals(Limits.NONE))) {
      return false;
    }
    boolean more = false;
    for (Queue from : ready.queues()) {
      List<Waiting> first = store.read(sql -> queue.queued(sql, from, STEP));
      List<Waiting> limited =
          first.stream().filter(part -> limit(part, able, now).isPresent()).toList();
      if (!limited.isEmpty()) {
        store.change(tx -> limited.forEach(part -> hold(tx, part, able, now)));
        more = more || limited.size() == STEP;
      }
    }
    return more;
  }

  /// It may have been claimed since it was found.
  private void hold(Tx tx, Waiting waiting, List<Line> able, Instant now) {
    parts
        .part(tx, waiting.part())
        .filter(part -> part.state().kind() == PartState.Kind.QUEUED)
        .ifPresent(part ->
            limit(waiting, able, now).ifPresent(closed -> hold(tx, part, waiting, closed, now)));
  }

  /// What waits for a limit on texts stays in sight of other lines, which may take it any time.
  /// What waits for one on recipients does not: it must not hide whoever may be texted.
  private void hold(Tx tx, Part part, Waiting waiting, Allowance.Closed closed, Instant now) {
    boolean ofRecipients = closed.why().startsWith("cap.recipients");
    Instant earliest = ofRecipients ? now.plus(COARSE) : now;
    Instant until = closed.until().isAfter(earliest) ? closed.until() : earliest;
    moves.move(tx, part, new PartState.Held(until, closed.why()));
    if (!ofRecipients) {
      tx.afterCommit(() -> ready.offer(waiting));
    }
  }

  /// What the part waits for if every line that may take it is held up by a limit; the one that
  /// ends first.
  private Optional<Allowance.Closed> limit(Waiting part, List<Line> able, Instant now) {
    Optional<Allowance.Closed> soonest = Optional.empty();
    for (Line line : able) {
      if (!route.routed(line).mayTake(part)) {
        continue;
      }
      Optional<Allowance.Closed> closed =
          line.allowance()
              .closed(part.isUrgent(), part.recipient(), now)
              .filter(each -> each.until().isAfter(now.plus(SOON)));
      if (closed.isEmpty()) {
        return Optional.empty();
      }
      if (soonest.isEmpty() || closed.get().until().isBefore(soonest.get().until())) {
        soonest = closed;
      }
    }
    return soonest;
  }
}

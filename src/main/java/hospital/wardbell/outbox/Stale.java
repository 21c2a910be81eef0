package hospital.wardbell.outbox;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.outbox.ClaimTable.Handover;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Holds back what an outage made old, until a lead lets it go, takes it back, or it expires. What
/// is urgent goes on, and so does a message that has begun.
final class Stale {
  private static final String CODE = "stale";

  private final PartTable parts;
  private final QueueTable queue;
  private final ClaimTable claims;
  private final Moves moves;
  private final Known known;
  private final Outage outage;
  private final InstantSource clock;

  Stale(
      PartTable parts,
      QueueTable queue,
      ClaimTable claims,
      Moves moves,
      Known known,
      Outage outage,
      InstantSource clock) {
    this.parts = parts;
    this.queue = queue;
    this.claims = claims;
    this.moves = moves;
    this.known = known;
    this.outage = outage;
    this.clock = clock;
  }

  /// Holds the part if it is stale.
  ///
  /// @return whether it is
  boolean holds(Tx tx, Part part, Handover handover) {
    boolean stale = is(handover);
    if (stale) {
      hold(tx, part, handover.expiresAt());
    }
    return stale;
  }

  boolean is(Handover handover) {
    return !handover.waiting().isUrgent() && handover.freshSince().isBefore(outage.staleBefore());
  }

  /// Holds what is stale in a queue.
  ///
  /// @return how many parts
  int hold(Tx tx, Queue from, int most) {
    List<Waiting> old = queue.olderThan(tx, from, outage.staleBefore(), most);
    for (Waiting waiting : old) {
      Part part = parts.part(tx, waiting.part()).orElseThrow();
      hold(tx, part, parts.expiresAt(tx, part.id()));
    }
    return old.size();
  }

  private void hold(Tx tx, Part part, Instant until) {
    queue.stand(tx, part.id(), new Queue.Stale());
    moves.move(tx, part, new PartState.Held(until, CODE));
  }

  /// Queues what is held of a message; returns whether anything was.
  boolean release(Tx tx, Id message, Actor by) {
    Optional<Part> held =
        parts.parts(tx, message).stream().filter(part -> isHeld(part.state())).findFirst();
    held.ifPresent(part -> release(tx, part, by));
    return held.isPresent();
  }

  /// Queues the oldest of all that is held; returns how many messages.
  int release(Tx tx, int most, Actor by) {
    List<Waiting> oldest = queue.first(tx, new Queue.Stale(), most);
    oldest.forEach(waiting -> release(tx, parts.part(tx, waiting.part()).orElseThrow(), by));
    return oldest.size();
  }

  private void release(Tx tx, Part part, Actor by) {
    parts.signedBy(tx, part.id(), by.label());
    claims.refresh(tx, part.id(), clock.instant());
    Waiting waiting = queue.waiting(tx, part.id()).orElseThrow();
    Queue back =
        claims
            .conversation(tx, part.id())
            .map(conversation -> known.queue(tx, conversation, waiting.team()))
            .orElseGet(() -> new Queue.Team(waiting.team()));
    queue.stand(tx, part.id(), back);
    moves.move(tx, part, new PartState.Queued());
  }

  private static boolean isHeld(PartState state) {
    return state instanceof PartState.Held(_, String why) && why.equals(CODE);
  }

  /// How much is held, and since when the oldest was queued.
  Outbox.Depth depth(Sql sql) {
    return queue.depth(sql, new Queue.Stale());
  }
}

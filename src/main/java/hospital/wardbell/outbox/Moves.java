package hospital.wardbell.outbox;

import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Moves parts from state to state, with what follows from it: the parts behind one that failed are
/// cancelled, the part behind one that was handed over may go, the listener hears of the message's
/// worst part, and the front of the queue is kept up to date.
final class Moves {
  private final PartTable parts;
  private final QueueTable queue;
  private final ClaimTable claims;
  private final Ready ready;
  private final InstantSource clock;
  private volatile SendListener listener = (_, _, _) -> {};

  Moves(PartTable parts, QueueTable queue, ClaimTable claims, Ready ready, InstantSource clock) {
    this.parts = parts;
    this.queue = queue;
    this.claims = claims;
    this.ready = ready;
    this.clock = clock;
  }

  void listen(SendListener hearer) {
    listener = hearer;
  }

  void move(Tx tx, Part part, PartState to) {
    List<Part> before = parts.parts(tx, part.message());
    List<Part> after =
        before.stream().map(each -> moved(each, part.number(), to, clock.instant())).toList();
    for (int i = 0; i < before.size(); i++) {
      if (!after.get(i).equals(before.get(i))) {
        parts.write(tx, after.get(i));
      }
    }
    follow(tx, part, to);
    PartState worst = PartState.worst(after);
    if (!worst.equals(PartState.worst(before))) {
      listener.changed(tx, part.message(), worst);
    }
  }

  /// What becomes of `each` when part `number` of its message moves.
  static Part moved(Part each, int number, PartState to, Instant now) {
    if (each.number() == number) {
      return each.in(to, now);
    }
    boolean lost = each.number() > number && isLost(to) && isWaiting(each.state());
    return lost ? each.in(new PartState.Cancelled(), now) : each;
  }

  static boolean isWaiting(PartState state) {
    return switch (state.kind()) {
      case QUEUED, HELD -> true;
      case SUBMITTING, SUBMITTED, DELIVERED, FAILED, EXPIRED, CANCELLED, UNKNOWN -> false;
    };
  }

  /// Whether the part will never arrive, so that those behind it would make no sense.
  private static boolean isLost(PartState state) {
    return switch (state.kind()) {
      case FAILED, EXPIRED, CANCELLED -> true;
      case QUEUED, HELD, SUBMITTING, SUBMITTED, DELIVERED, UNKNOWN -> false;
    };
  }

  private void follow(Tx tx, Part part, PartState to) {
    switch (to) {
      case PartState.Queued() -> {
        claims.unclaim(tx, part);
        offer(tx, queue.waiting(tx, part.id()));
      }
      case PartState.Held(Instant until, _) -> {
        claims.unclaim(tx, part);
        tx.afterCommit(() -> {
          ready.drop(part.id());
          ready.expect(until);
        });
      }
      case PartState.Submitted(int reference) -> {
        parts.refer(tx, part.id(), reference);
        offerNext(tx, part);
      }
      case PartState.Delivered _ -> offerNext(tx, part);
      case PartState.Submitting(),
          PartState.Failed _,
          PartState.Expired(),
          PartState.Cancelled(),
          PartState.Unknown() -> {
        // Nothing waits for these.
      }
    }
  }

  private void offerNext(Tx tx, Part part) {
    if (part.number() < part.total()) {
      offer(tx, queue.makeEligible(tx, part));
    }
  }

  private void offer(Tx tx, Optional<Waiting> waiting) {
    waiting.ifPresent(part -> tx.afterCommit(() -> ready.offer(part)));
  }
}

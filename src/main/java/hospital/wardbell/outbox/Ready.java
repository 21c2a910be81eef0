package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The fronts of all queues, in memory, so that taking the next part costs the same however many
/// wait behind it. Any thread.
///
/// The rows are the truth: what is here may be stale, and whoever takes a part still has to claim
/// its row. What does not fit is left to the database; see [Front].
final class Ready {
  /// The most parts kept of each queue, and the most that fall due at one go.
  static final int FRONT = 256;

  /// The front of a queue as the rows have it.
  ///
  /// @param parts at most [#FRONT]
  record Look(List<Waiting> parts) {
    Look {
      parts = List.copyOf(parts);
    }
  }

  /// Held parts whose time has come.
  ///
  /// @param parts at most [#FRONT]
  /// @param next when the next held part may go
  record Due(List<Waiting> parts, Optional<Instant> next) {
    Due {
      parts = List.copyOf(parts);
    }
  }

  /// Reads the queues from the rows.
  interface Rows {
    /// Those in which anything waits.
    Collection<Queue> queues();

    Look look(Queue queue, Instant now);

    /// What fell due after `since`.
    Due due(Instant since, Instant now);
  }

  /// Who takes parts. Asked under a lock: must not block.
  interface Taker {
    /// Whether it may take any part of the queue.
    boolean serves(Queue queue);

    boolean mayTake(Waiting part);
  }

  private final Rows rows;
  private final InstantSource clock;
  // All below are guarded by this.
  private final Map<Queue, Front> fronts = new HashMap<>();
  private final Map<Id, Waiting> known = new HashMap<>(); // what the fronts hold, by part
  private boolean begun;
  private Instant nextDue = Instant.EPOCH;
  private Instant dueUntil;

  Ready(Rows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
    this.dueUntil = clock.instant();
  }

  /// Takes the first part that `taker` may take.
  Optional<Waiting> poll(Taker taker) {
    Instant now = clock.instant();
    begin();
    fallDue(now);
    for (Queue queue : toLookAt(taker, now)) {
      look(queue, now);
    }
    return take(taker);
  }

  /// A part may be claimed from now on. Never blocks.
  synchronized void offer(Waiting part) {
    forget(part.part());
    Front front = front(part.queue());
    if (front.offer(part)) {
      known.put(part.part(), part);
      trim(front);
    }
  }

  /// A part was claimed without being polled.
  synchronized void drop(Id part) {
    forget(part);
  }

  /// Some part may be claimed at `due`.
  synchronized void expect(Instant due) {
    nextDue = due.isBefore(nextDue) ? due : nextDue;
  }

  /// The part for `taker` that is at hand, left where it is.
  synchronized Optional<Waiting> peek(Taker taker) {
    return first(taker);
  }

  /// When the next held part may go; [Instant#MAX] if none is held.
  synchronized Instant nextDue() {
    return nextDue;
  }

  /// Every queue in which anything waits, and perhaps some where nothing does.
  Set<Queue> queues() {
    begin();
    synchronized (this) {
      return Set.copyOf(fronts.keySet());
    }
  }

  // The rows are read outside the lock, since a commit offers parts and must not wait for a query.
  private void begin() {
    synchronized (this) {
      if (begun) {
        return;
      }
    }
    Collection<Queue> queues = rows.queues();
    synchronized (this) {
      queues.forEach(this::front);
      begun = true;
    }
  }

  private void fallDue(Instant now) {
    Instant since;
    synchronized (this) {
      if (now.isBefore(nextDue)) {
        return;
      }
      since = dueUntil.isBefore(now) ? dueUntil : now;
    }
    Due due = rows.due(since, now);
    synchronized (this) {
      due.parts().forEach(this::offer);
      if (due.parts().size() >= FRONT) {
        fronts.values().forEach(Front::doubt);
      }
      dueUntil = now;
      nextDue = due.next().orElse(Instant.MAX);
    }
  }

  private synchronized List<Queue> toLookAt(Taker taker, Instant now) {
    return served(taker).filter(front -> front.mustLook(now)).map(Front::queue).toList();
  }

  private void look(Queue queue, Instant now) {
    long before;
    synchronized (this) {
      before = front(queue).leftOut();
    }
    Look look = rows.look(queue, now);
    synchronized (this) {
      Front front = front(queue);
      look.parts()
          .forEach(part -> {
            forget(part.part());
            known.put(part.part(), part);
          });
      front.merge(look, before, now);
      trim(front);
    }
  }

  private synchronized Optional<Waiting> take(Taker taker) {
    Optional<Waiting> first = first(taker);
    first.map(Waiting::part).ifPresent(this::forget);
    return first;
  }

  private Optional<Waiting> first(Taker taker) {
    return served(taker)
        .flatMap(front -> front.first(taker).stream())
        .min(Comparator.naturalOrder());
  }

  private Stream<Front> served(Taker taker) {
    return fronts.values().stream().filter(front -> taker.serves(front.queue()));
  }

  private Front front(Queue queue) {
    return fronts.computeIfAbsent(queue, Front::new);
  }

  private void trim(Front front) {
    front.trim().forEach(part -> known.remove(part.part()));
  }

  private void forget(Id part) {
    Waiting before = known.remove(part);
    if (before != null) {
      front(before.queue()).remove(before);
    }
  }
}

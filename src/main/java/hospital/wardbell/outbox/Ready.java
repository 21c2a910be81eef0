package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The front of the queue, in memory, so that taking the next part costs the same however many wait
/// behind it. Any thread.
///
/// The rows are the truth: what is here may be stale, and whoever takes a part still has to claim
/// its row. What does not fit is left to the database, which is looked at again when the front is
/// used up, when a held part falls due, and every [#LOOK_AGAIN] in any case.
final class Ready {
  /// The most parts kept here.
  static final int FRONT = 256;

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  /// The front of the queue as the rows have it.
  ///
  /// @param parts at most [#FRONT]
  /// @param nextDue when the next held part may go
  record Look(List<Waiting> parts, Optional<Instant> nextDue) {
    Look {
      parts = List.copyOf(parts);
    }
  }

  /// Reads the front of the queue from the rows.
  interface Rows {
    Look look(Instant now);
  }

  private final Rows rows;
  private final InstantSource clock;
  // All below are guarded by this.
  private final TreeSet<Waiting> front = new TreeSet<>();
  private boolean more = true; // rows may hold parts that belong behind the front
  private long leftOut; // how many parts were not put into the front, ever
  private Instant nextDue = Instant.MAX;
  private Instant looked = Instant.EPOCH;

  Ready(Rows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /// Takes the first part that `modem` may send.
  Optional<Waiting> poll(String modem) {
    Instant now = clock.instant();
    if (mustLook(modem, now)) {
      look(now);
    }
    return take(modem);
  }

  /// A part may be claimed from now on. Never blocks.
  synchronized void offer(Waiting part) {
    if (more && (front.isEmpty() || part.compareTo(front.last()) > 0)) {
      leftOut++;
      return;
    }
    front.add(part);
    trim();
  }

  /// A part was claimed without being polled.
  synchronized void drop(Id part) {
    front.removeIf(waiting -> waiting.part().equals(part));
  }

  /// Some part may be claimed at `due`.
  synchronized void expect(Instant due) {
    nextDue = due.isBefore(nextDue) ? due : nextDue;
  }

  /// Whether another part for `modem` is at hand.
  synchronized boolean has(String modem) {
    return front.stream().anyMatch(waiting -> waiting.suits(modem));
  }

  /// When the next held part may go; [Instant#MAX] if none is held.
  synchronized Instant nextDue() {
    return nextDue;
  }

  private synchronized boolean mustLook(String modem, Instant now) {
    return !now.isBefore(nextDue)
        || (!has(modem)
            && (more || Duration.between(looked, now).abs().compareTo(LOOK_AGAIN) >= 0));
  }

  // The rows are read outside the lock, since a commit offers parts and must not wait for a query.
  private void look(Instant now) {
    long before = leftOut();
    Look look = rows.look(now);
    merge(look, before, now);
  }

  private synchronized long leftOut() {
    return leftOut;
  }

  private synchronized void merge(Look look, long leftOutBefore, Instant now) {
    front.addAll(look.parts());
    more = look.parts().size() >= FRONT || leftOut != leftOutBefore;
    nextDue = look.nextDue().orElse(Instant.MAX);
    looked = now;
    trim();
  }

  private void trim() {
    while (front.size() > FRONT) {
      front.pollLast();
      more = true;
      leftOut++;
    }
  }

  private synchronized Optional<Waiting> take(String modem) {
    Optional<Waiting> first = front.stream().filter(waiting -> waiting.suits(modem)).findFirst();
    first.ifPresent(front::remove);
    return first;
  }
}

package hospital.wardbell.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The front of one queue. [Ready] guards it.
///
/// What does not fit is left to the rows, which are looked at again when the front is used up, and
/// every [#LOOK_AGAIN] while it is empty.
final class Front {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final Queue queue;
  private final TreeSet<Waiting> parts = new TreeSet<>();
  private boolean more = true; // rows may hold parts that belong behind the front
  private long leftOut; // how many parts were not put into the front, ever
  private Instant looked = Instant.EPOCH;

  Front(Queue queue) {
    this.queue = queue;
  }

  Queue queue() {
    return queue;
  }

  long leftOut() {
    return leftOut;
  }

  /// @return whether the part is in the front now
  boolean offer(Waiting part) {
    if (more && (parts.isEmpty() || part.compareTo(parts.last()) > 0)) {
      leftOut++;
      return false;
    }
    return parts.add(part);
  }

  void remove(Waiting part) {
    parts.remove(part);
  }

  Optional<Waiting> first(Ready.Taker taker) {
    return parts.stream().filter(taker::mayTake).findFirst();
  }

  /// The rows may hold what this does not know of.
  void doubt() {
    more = true;
    looked = Instant.EPOCH;
  }

  boolean mustLook(Instant now) {
    return parts.isEmpty()
        && (more || Duration.between(looked, now).abs().compareTo(LOOK_AGAIN) >= 0);
  }

  /// @param leftOutBefore what [#leftOut] was before the rows were looked at
  void merge(Ready.Look look, long leftOutBefore, Instant now) {
    parts.addAll(look.parts());
    more = look.parts().size() >= Ready.FRONT || leftOut != leftOutBefore;
    looked = now;
  }

  /// Leaves the last to the rows, if there are too many; returns those.
  List<Waiting> trim() {
    List<Waiting> out = new ArrayList<>();
    while (parts.size() > Ready.FRONT) {
      out.add(parts.removeLast());
      more = true;
      leftOut++;
    }
    return out;
  }
}

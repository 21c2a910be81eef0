package hospital.wardbell.modem;

import hospital.wardbell.modem.Arrival.Slot;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Arrivals that are still to be handed on, in the order they were met: at most [#MOST], and each
/// place in a store only once.
final class Waiting {
  static final int MOST = 1024;

  private final Deque<Arrival> arrivals = new ArrayDeque<>();

  /// @return false if it is full and did not take `arrival`
  boolean add(Arrival arrival) {
    if (arrivals.size() == MOST) {
      return false;
    }
    arrivals.addLast(arrival);
    return true;
  }

  /// Takes `arrival` in place of whatever waits for the same place: it need not be read again.
  boolean replace(Arrival.Listed arrival) {
    arrivals.removeIf(other -> other.isAt(arrival.slot()));
    return add(arrival);
  }

  boolean has(Slot slot) {
    return arrivals.stream().anyMatch(arrival -> arrival.isAt(slot));
  }

  /// Takes out the first that is due.
  Optional<Arrival> takeDue(Instant now) {
    for (Iterator<Arrival> i = arrivals.iterator(); i.hasNext(); ) {
      Arrival arrival = i.next();
      if (!arrival.due().isAfter(now)) {
        i.remove();
        return Optional.of(arrival);
      }
    }
    return Optional.empty();
  }

  /// The earlier of `other` and when the first of them is due.
  Instant dueBefore(Instant other) {
    return arrivals.stream()
        .map(Arrival::due)
        .filter(due -> due.isBefore(other))
        .min(Instant::compareTo)
        .orElse(other);
  }

  /// Takes out all, and keeps those that no store has a copy of.
  List<Arrival.Direct> takeDirect() {
    List<Arrival.Direct> direct =
        arrivals.stream()
            .filter(Arrival.Direct.class::isInstance)
            .map(Arrival.Direct.class::cast)
            .toList();
    arrivals.clear();
    return direct;
  }
}

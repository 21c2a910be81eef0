package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import java.util.Comparator;
import java.util.Optional;

/// A part that may be claimed, and its place in the queue.
///
/// @param priority less is sooner
/// @param place the order in which messages were queued
/// @param modem the only one that may send it, since it sent the parts before; any if empty
record Waiting(Id part, int priority, long place, int number, Optional<String> modem)
    implements Comparable<Waiting> {
  private static final Comparator<Waiting> ORDER =
      Comparator.comparingInt(Waiting::priority)
          .thenComparingLong(Waiting::place)
          .thenComparingInt(Waiting::number)
          .thenComparing(Waiting::part);

  boolean suits(String name) {
    return modem.isEmpty() || modem.get().equals(name);
  }

  @Override
  public int compareTo(Waiting other) {
    return ORDER.compare(this, other);
  }
}

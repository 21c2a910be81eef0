package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import java.util.Comparator;
import java.util.Optional;

/// A part that may be claimed, and its place in its queue.
///
/// @param priority less is sooner
/// @param place the order in which messages were queued
/// @param modem the only one that may send it, since it sent the parts before; any if empty
/// @param team whose number it should come from
/// @param recipient tells recipients apart; see [Recipients#shortened]
record Waiting(
    Id part,
    Queue queue,
    int priority,
    long place,
    int number,
    Optional<String> modem,
    String team,
    long recipient)
    implements Comparable<Waiting> {
  private static final Comparator<Waiting> ORDER =
      Comparator.comparingInt(Waiting::priority)
          .thenComparingLong(Waiting::place)
          .thenComparingInt(Waiting::number)
          .thenComparing(Waiting::part);

  /// Whether it may have of a line's reserve, and goes on after an outage without being asked for.
  boolean isUrgent() {
    return priority == Enqueue.FIRST;
  }

  /// The same in another queue.
  Waiting in(Queue other) {
    return new Waiting(part, other, priority, place, number, modem, team, recipient);
  }

  @Override
  public int compareTo(Waiting other) {
    return ORDER.compare(this, other);
  }
}

package hospital.wardbell.practice;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/// What the modem's own thread will do later, in order of time. One thread, no locks.
final class Agenda {
  /// As many entries as a practice modem could lawfully have; one more is a bug.
  private static final int MOST = 100_000;

  private record Item(long dueNanos, long order, Runnable work) {}

  private final PriorityQueue<Item> items =
      new PriorityQueue<>(
          Comparator.comparingLong((Item item) -> item.dueNanos()).thenComparingLong(Item::order));
  private long order;

  void after(Duration delay, Runnable work) {
    if (items.size() >= MOST) {
      throw new IllegalStateException("the practice modem has too much to do");
    }
    items.add(new Item(System.nanoTime() + delay.toNanos(), order++, work));
  }

  /// Nanoseconds until something is due, zero if it is, at most `longest`.
  long nanosToNext(long longest) {
    Item next = items.peek();
    return next == null ? longest : Math.clamp(next.dueNanos() - System.nanoTime(), 0, longest);
  }

  /// Does all that is due.
  void work() {
    while (!items.isEmpty() && items.peek().dueNanos() <= System.nanoTime()) {
      items.remove().work().run();
    }
  }
}

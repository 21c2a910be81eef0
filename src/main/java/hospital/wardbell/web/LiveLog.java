package hospital.wardbell.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// The latest events, numbered, so that a stream can go on where it stopped. Any thread.
///
/// An event's id is this log's own name and the number: an id of before a restart is known as such.
final class LiveLog {
  /// An event and its number.
  record Numbered(long number, LiveEvent event) {}

  private final String name;
  private final LiveEvent[] ring;
  private final long[] times;
  private final LongSupplier nanos;
  private long last;

  /// @param nanos a clock that never goes back
  LiveLog(String name, int size, LongSupplier nanos) {
    this.name = name;
    this.ring = new LiveEvent[size];
    this.times = new long[size];
    this.nanos = nanos;
  }

  synchronized void append(LiveEvent event) {
    last++;
    ring[slot(last)] = event;
    times[slot(last)] = nanos.getAsLong();
  }

  /// The newest event's number.
  synchronized long last() {
    return last;
  }

  /// The newest event's number of those that are older than `recent`, or the oldest that is kept.
  synchronized long before(Duration recent) {
    long now = nanos.getAsLong();
    long number = last;
    while (number > Math.max(0, last - ring.length)
        && now - times[slot(number)] <= recent.toNanos()) {
      number--;
    }
    return number;
  }

  /// The events after `number`; empty if some of them are no longer there.
  synchronized Optional<List<Numbered>> after(long number) {
    if (number < last - ring.length || number > last) {
      return Optional.empty();
    }
    List<Numbered> events = new ArrayList<>();
    for (long n = number + 1; n <= last; n++) {
      events.add(new Numbered(n, ring[slot(n)]));
    }
    return Optional.of(events);
  }

  String id(long number) {
    return name + "-" + number;
  }

  /// The number in `id`, if it is one of this log's.
  OptionalLong number(String id) {
    if (!id.matches("\\Q" + name + "\\E-[0-9]{1,18}")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(id.substring(name.length() + 1)));
  }

  private int slot(long number) {
    return (int) (number % ring.length);
  }
}

package hospital.wardbell.outbox;

import java.time.Duration;

/// How long to wait before trying again: longer each time, up to a bound.
record Backoff(Duration first, int factor, Duration longest) {
  /// For a part that was refused for the moment. Two texts that met on the radio are over in
  /// seconds, congestion in minutes, an outage in hours.
  static final Backoff PART = new Backoff(Duration.ofSeconds(2), 4, Duration.ofMinutes(30));

  /// For a modem that refuses one part after another. Short, since a nurse may be waiting.
  static final Backoff REFUSING = new Backoff(Duration.ofSeconds(10), 2, Duration.ofMinutes(1));

  /// For a modem that gives no answer: each part it swallows has to be cleared up by a person.
  static final Backoff SILENT = new Backoff(Duration.ofSeconds(30), 2, Duration.ofMinutes(5));

  /// @param failures how many there were in a row, at least 1
  Duration after(int failures) {
    Duration wait = first;
    for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(factor);
    }
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}

package hospital.wardbell.bench;

import hospital.wardbell.practice.JournalEntry.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How many parts a minute each modem sent, over the time in which all of them were sending.
///
/// @param perMinute of each modem, at least one
record Abreast(Sample perMinute) {
  /// @throws IllegalStateException if the modems were not at work at the same time
  static Abreast of(List<List<Answered>> modems) {
    Instant begin =
        modems.stream().map(m -> m.getFirst().at()).max(Instant::compareTo).orElseThrow();
    Instant end = modems.stream().map(m -> m.getLast().at()).min(Instant::compareTo).orElseThrow();
    return new Abreast(
        new Sample(modems.stream().mapToDouble(m -> perMinute(m, begin, end)).toArray()));
  }

  private static double perMinute(List<Answered> answers, Instant begin, Instant end) {
    List<Instant> times =
        answers.stream()
            .map(Answered::at)
            .filter(at -> !at.isBefore(begin) && !at.isAfter(end))
            .toList();
    if (times.size() < 2) {
      throw new IllegalStateException("the modems were not at work at the same time");
    }
    double seconds = Duration.between(times.getFirst(), times.getLast()).toNanos() / 1e9;
    return 60 * (times.size() - 1) / seconds;
  }

  /// Of the slowest modem.
  double least() {
    return perMinute.sorted()[0];
  }

  /// Of all modems together.
  double sum() {
    double sum = 0;
    for (double each : perMinute.sorted()) {
      sum += each;
    }
    return sum;
  }
}

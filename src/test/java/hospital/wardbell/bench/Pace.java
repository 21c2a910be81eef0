package hospital.wardbell.bench;

import hospital.wardbell.practice.JournalEntry.Answered;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How fast texts went out one after another, and how much of the time was not the modem's.
///
/// @param perMinute in steady state: from the first answer to the last
/// @param overhead milliseconds from one answer to the next less what the modem was at work in
///   between, by its own journal
record Pace(double perMinute, double modemMean, Sample overhead) {
  static Pace of(List<Answered> answers) {
    List<Step> steps =
        IntStream.range(1, answers.size())
            .mapToObj(i -> Step.between(answers.get(i - 1), answers.get(i)))
            .toList();
    double whole = steps.stream().mapToDouble(Step::whole).average().orElseThrow();
    double modem = steps.stream().mapToDouble(Step::modem).average().orElseThrow();
    return new Pace(
        60_000 / whole,
        modem,
        new Sample(steps.stream().mapToDouble(s -> s.whole() - s.modem()).toArray()));
  }

  /// The same for several runs, whose gaps between them do not count.
  static Pace ofRuns(List<List<Answered>> runs) {
    List<Pace> paces = runs.stream().map(Pace::of).toList();
    return new Pace(
        paces.stream().mapToDouble(Pace::perMinute).average().orElseThrow(),
        paces.stream().mapToDouble(Pace::modemMean).average().orElseThrow(),
        new Sample(
            paces.stream().flatMapToDouble(p -> Arrays.stream(p.overhead().sorted())).toArray()));
  }

  private record Step(double whole, double modem) {
    static Step between(Answered before, Answered after) {
      return new Step(
          milliseconds(Duration.between(before.at(), after.at())),
          milliseconds(after.spent().minus(before.spent())));
    }

    private static double milliseconds(Duration time) {
      return time.toNanos() / 1e6;
    }
  }
}

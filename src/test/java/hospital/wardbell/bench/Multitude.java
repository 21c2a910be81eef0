package hospital.wardbell.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Sending by 1 to 16 modems at once from one full queue.
final class Multitude {
  static final int MOST = 16;
  private static final double MOST_BEHIND_PERCENT = 5;
  private static final Setting SETTING = Setting.hardware(500, false);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Report report;
  private final RunningService service;
  private final BenchHome home;
  private final Backlog backlog;

  /// @param processor milliseconds of the service's processor time for each part
  private record Round(Abreast rates, double processor) {}

  Multitude(Report report, RunningService service, BenchHome home) {
    this.report = report;
    this.service = service;
    this.home = home;
    this.backlog = new Backlog(service);
  }

  void measure(boolean quick) throws IOException, InterruptedException {
    report.heading("Many modems: one part each, network 0.5 s");
    int each = quick ? 60 : 150;
    int rounds = quick ? 1 : 3;
    double alone = 0;
    for (int modems = 1; modems <= MOST; modems *= 2) {
      String words = "%d modems, %,d queued, median of %d".formatted(modems, modems * each, rounds);
      double slowest = at(words, modems, each, rounds);
      alone = modems == 1 ? slowest : alone;
      if (modems == MOST) {
        report.add(
            Figure.of("slowest modem behind one alone", words, 100 * (1 - slowest / alone), "%")
                .within(MOST_BEHIND_PERCENT));
      }
    }
    Abreast bare = Abreast.of(BareRun.send(MOST, each, SETTING.timing(), LONGEST));
    report.add(Figure.of("bare client: slowest modem", MOST + " modems", bare.least(), "per min"));
  }

  /// @return the slowest modem's rate
  private double at(String words, int modems, int each, int rounds)
      throws IOException, InterruptedException {
    List<Round> all = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      all.add(round(modems, each));
    }
    double slowest = median(all, round -> round.rates().least());
    report.add(Figure.of("all modems", words, median(all, r -> r.rates().sum()), "per min"));
    report.add(Figure.of("slowest modem", words, slowest, "per min"));
    report.add(
        Figure.of(
            "the service's processor time per part", words, median(all, Round::processor), "ms"));
    return slowest;
  }

  private Round round(int modems, int each) throws IOException, InterruptedException {
    int texts = modems * each;
    backlog.addToStrangers(texts, Sending::text);
    double before = service.processorSeconds();
    try (Fleet fleet = Fleet.plug(home, modems, SETTING.timing())) {
      Abreast rates = Abreast.of(fleet.awaitAnswers(texts, LONGEST));
      return new Round(rates, 1_000 * (service.processorSeconds() - before) / texts);
    }
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
    return new Sample(rounds.stream().mapToDouble(value).toArray()).median();
  }
}

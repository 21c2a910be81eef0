package hospital.wardbell.bench;

import hospital.wardbell.practice.JournalEntry.Answered;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// How close sending comes to what the modem itself allows: the service and a bare client by turns
/// on the same kind of modem, its link kept between the texts.
final class Ceiling {
  private static final double MOST_BEHIND_PERCENT = 3;

  private final Report report;
  private final Sending sending;

  Ceiling(Report report, Sending sending) {
    this.report = report;
    this.sending = sending;
  }

  void measure(boolean quick) throws IOException, InterruptedException {
    report.heading("Ceiling: beside a bare client without queue or disk");
    at(Setting.hardware(500, false), quick ? 12 : 60, quick ? 1 : 3);
    at(Setting.hardware(3000, false), quick ? 4 : 20, quick ? 1 : 3);
  }

  private void at(Setting setting, int texts, int rounds) throws IOException, InterruptedException {
    double[] ours = new double[rounds];
    double[] bare = new double[rounds];
    double[] floor = new double[rounds];
    Duration longest =
        Duration.ofSeconds(60).plus(setting.network().plusSeconds(1).multipliedBy(texts));
    for (int round = 0; round < rounds; round++) {
      List<List<Answered>> answers = BareRun.send(1, texts, setting.timing(), longest);
      Pace alone = Pace.of(answers.getFirst());
      bare[round] = alone.perMinute();
      floor[round] = alone.overhead().median();
      ours[round] = sending.measure(setting, texts).perMinute();
    }
    String words = setting.words(texts) + ", median of " + rounds;
    double ceiling = new Sample(bare).median();
    double reached = new Sample(ours).median();
    report.add(Figure.of("bare client: steady rate", words, ceiling, "per min"));
    report.add(
        Figure.of("bare client: overhead per text", words, new Sample(floor).median(), "ms"));
    report.add(Figure.of("steady rate", words, reached, "per min"));
    report.add(
        Figure.of("behind the bare client", words, 100 * (1 - reached / ceiling), "%")
            .within(MOST_BEHIND_PERCENT));
  }
}

package hospital.wardbell.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// What each text costs beyond the modem's own time, by setting and length of the queue.
final class SendingFigures {
  private static final double MOST_MILLISECONDS = 10;
  private static final int WARM_UP = 300;

  private final Report report;
  private final Map<Setting, Double> overheads = new HashMap<>();

  SendingFigures(Report report) {
    this.report = report;
  }

  /// Overhead in milliseconds by setting, as far as measured.
  Map<Setting, Double> overheads() {
    return Map.copyOf(overheads);
  }

  void measure(Sending sending, boolean quick) throws IOException, InterruptedException {
    report.heading("Sending: overhead per one-segment text, durable commits on");
    report.note(
        "modem: 5 ms a command, 10 ms to the prompt, 115200 baud; an instant modem: none of these");
    Pace _ = sending.measure(Setting.instant(), quick ? WARM_UP / 3 : WARM_UP);
    for (boolean reports : new boolean[] {false, true}) {
      one(sending, Setting.hardware(0, reports), quick ? 60 : 300);
      one(sending, Setting.hardware(500, reports), quick ? 10 : 60);
      one(sending, Setting.hardware(3000, reports), quick ? 3 : 20);
    }
    int rounds = quick ? 2 : 20;
    Pace few = sending.measure(Setting.instant(), 10, rounds);
    add(Setting.instant(), 10, few);
    int many = quick ? 500 : 10_000;
    Pace full = sending.measure(Setting.instant(), many);
    add(Setting.instant(), many, full);
    report.add(
        Figure.of(
                "growth with the queue's length",
                "%,d queued less 10 queued".formatted(many),
                full.overhead().median() - few.overhead().median(),
                "ms")
            .within(1));
  }

  private void one(Sending sending, Setting setting, int queued)
      throws IOException, InterruptedException {
    Pace pace = sending.measure(setting, queued);
    overheads.put(setting, pace.overhead().median());
    add(setting, queued, pace);
  }

  private void add(Setting setting, int queued, Pace pace) {
    String words = setting.words(queued);
    report.add(
        Figure.of("overhead per text, median", words, pace.overhead().median(), "ms")
            .within(MOST_MILLISECONDS));
    report.add(Figure.of("overhead per text, 90 %", words, pace.overhead().percentile(90), "ms"));
    report.add(Figure.of("the modem's own time per text", words, pace.modemMean(), "ms"));
    report.add(Figure.of("steady rate", words, pace.perMinute(), "per min"));
  }
}

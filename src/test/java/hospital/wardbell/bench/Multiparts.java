package hospital.wardbell.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// What each part costs beyond the modem's own time, by the number of parts of a text.
final class Multiparts {
  static final double MOST_MILLISECONDS = 5;
  private static final int SEPTETS_A_PART = 153;
  private static final int WARM_UP = 300;

  private final Report report;
  private final Sending sending;
  private final Map<Setting, Double> overheads = new HashMap<>();

  Multiparts(Report report, Sending sending) {
    this.report = report;
    this.sending = sending;
  }

  /// Overhead of texts of one part in milliseconds, by setting, as far as measured.
  Map<Setting, Double> overheads() {
    return Map.copyOf(overheads);
  }

  void measure(boolean quick) throws IOException, InterruptedException {
    report.heading("Overhead per part, durable commits on");
    Pace _ = sending.measure(Setting.instant(), quick ? WARM_UP / 3 : WARM_UP);
    for (int parts : new int[] {1, 2, 5, 10}) {
      one(Setting.hardware(0, true), parts, quick ? 40 : 400);
      one(Setting.hardware(500, true), parts, quick ? 10 : 60);
    }
  }

  private void one(Setting setting, int parts, int most) throws IOException, InterruptedException {
    int texts = most / parts;
    Pace pace = sending.measure(setting, texts, parts, number -> text(number, parts));
    String words =
        setting.words(texts) + ", %s".formatted(parts == 1 ? "one part" : parts + " parts each");
    report.add(
        Figure.of("overhead per part, median", words, pace.overhead().median(), "ms")
            .within(MOST_MILLISECONDS));
    report.add(Figure.of("overhead per part, 90 %", words, pace.overhead().percentile(90), "ms"));
    report.add(Figure.of("steady rate", words, pace.perMinute(), "per min"));
  }

  /// A text that fills `parts` segments.
  static String text(int number, int parts) {
    String words = Sending.text(number);
    return parts == 1
        ? words
        : (words + " ").repeat(2 * parts).substring(0, parts * SEPTETS_A_PART);
  }
}

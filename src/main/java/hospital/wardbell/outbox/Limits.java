package hospital.wardbell.outbox;

import hospital.wardbell.modem.Rate;
import hospital.wardbell.settings.Cap;
import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one line's SIM may send, as people set it; where they did not, as its carrier takes it.
record Limits(List<OfTexts> texts, List<OfRecipients> recipients) {
  static final Limits NONE = new Limits(List.of(), List.of());

  /// The longest time that any limit looks back on texts.
  static final Duration LONGEST = Duration.ofDays(1);

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  // So that no calendar month has more either.
  private static final Duration MONTH = Duration.ofDays(31);

  /// At most `cap` texts in any `window`.
  ///
  /// @param why the code of what waits for it
  record OfTexts(Cap cap, Duration window, String why) {
    /// Whether texts are spread over the window, too.
    boolean isPaced() {
      return window.equals(MINUTE);
    }
  }

  /// At most `cap` recipients in any `window`.
  record OfRecipients(Cap cap, Duration window, String why) {}

  Limits {
    texts = List.copyOf(texts);
    recipients = List.copyOf(recipients);
  }

  /// @param rate what the SIM's carrier takes
  static Limits of(Settings settings, String line, Rate rate) {
    List<OfTexts> texts =
        Stream.of(
                texts(settings, Settings.Key.PER_MINUTE, line, rate.perMinute(), MINUTE, "minute"),
                texts(settings, Settings.Key.PER_HOUR, line, rate.perHour(), HOUR, "hour"),
                texts(settings, Settings.Key.PER_DAY, line, rate.perDay(), DAY, "day"))
            .flatMap(Optional::stream)
            .toList();
    List<OfRecipients> recipients = new ArrayList<>();
    cap(settings, Settings.Key.RECIPIENTS_PER_DAY, line)
        .ifPresent(cap -> recipients.add(new OfRecipients(cap, DAY, "cap.recipients-day")));
    cap(settings, Settings.Key.RECIPIENTS_PER_MONTH, line)
        .ifPresent(cap -> recipients.add(new OfRecipients(cap, MONTH, "cap.recipients-month")));
    return new Limits(texts, recipients);
  }

  /// A limit that somebody switched off is none, whatever the carrier takes.
  private static Optional<OfTexts> texts(
      Settings settings,
      Settings.Key key,
      String line,
      Optional<Integer> carrier,
      Duration window,
      String unit) {
    return settings.isSet(key, line)
        ? cap(settings, key, line).map(cap -> new OfTexts(cap, window, "cap." + unit))
        : carrier.map(most -> new OfTexts(new Cap(most, 0), window, "carrier." + unit));
  }

  private static Optional<Cap> cap(Settings settings, Settings.Key key, String line) {
    return Cap.parse(settings.text(key, line));
  }

  /// How many of the last texts one has to know of.
  int depth() {
    return texts.stream().mapToInt(limit -> limit.cap().allows(true)).max().orElse(0);
  }
}

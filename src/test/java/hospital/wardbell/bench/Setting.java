package hospital.wardbell.bench;

import hospital.wardbell.practice.Timing;
import java.time.Duration;

/// How the practice modem and its network are set for one measurement.
///
/// @param network what the network takes for a text
/// @param reports whether status reports come back while it is measured
record Setting(Speed speed, Duration network, boolean reports) {
  private static final Duration REPORT = Duration.ofMillis(200);
  private static final Duration NEVER = Duration.ofDays(1);

  /// What the modem itself takes.
  enum Speed {
    /// 5 ms a command, 10 ms to the prompt, a line of 115,200 baud.
    HARDWARE,
    /// No time at all.
    INSTANT
  }

  static Setting hardware(long networkMilliseconds, boolean reports) {
    return new Setting(Speed.HARDWARE, Duration.ofMillis(networkMilliseconds), reports);
  }

  static Setting instant() {
    return new Setting(Speed.INSTANT, Duration.ZERO, false);
  }

  Timing timing() {
    Duration report = reports ? REPORT : NEVER;
    return switch (speed) {
      case HARDWARE -> {
        Timing like = Timing.likeHardware(network);
        yield new Timing(like.command(), like.prompt(), like.baud(), network, report);
      }
      case INSTANT -> new Timing(Duration.ZERO, Duration.ZERO, 0, network, report);
    };
  }

  String words(int queued) {
    String modem =
        switch (speed) {
          case HARDWARE -> "network %.1f s".formatted(network.toMillis() / 1000.0);
          case INSTANT -> "instant modem";
        };
    return "%s, %s, %,d queued".formatted(modem, reports ? "reports" : "no reports", queued);
  }
}

package hospital.wardbell.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A text that a modem sent to its own number, and whether it came back.
///
/// @param sent when it was handed over
/// @param back when it was received
public record SelfTest(String modem, Instant sent, Optional<Instant> back) {
  /// How long it may take; after that, texts to or from the modem may be lost.
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /// How long it took, once it is back.
  public Optional<Duration> took() {
    return back.map(at -> Duration.between(sent, at));
  }

  boolean isLost(Instant now) {
    return back.isEmpty() && now.isAfter(sent.plus(PATIENCE));
  }
}

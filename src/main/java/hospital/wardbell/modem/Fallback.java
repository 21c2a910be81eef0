package hospital.wardbell.modem;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Knows a modem that fell back to GSM and stays there, and when its radio may be switched for it.
/// Values only, like [Ladder]; takes no step itself.
///
/// A modem that never had more in this session is where it belongs. One that has GSM and nothing in
/// turns is as much back as one that has GSM.
final class Fallback {
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final Duration BETWEEN = Duration.ofHours(6);

  private Optional<Radio> before = Optional.empty();
  private @Nullable Instant since;
  private Instant nextSwitch = Instant.MIN;

  /// The modem says how it is served.
  void seen(Radio radio, Instant now) {
    if (radio.isAboveGsm()) {
      before = Optional.of(radio);
      since = null;
    } else if (radio == Radio.GSM && since == null) {
      since = now;
    }
  }

  /// What the modem had before it fell back for good.
  Optional<Radio> lost(Instant now) {
    Instant began = since;
    return began == null || now.isBefore(began.plus(PATIENCE)) ? Optional.empty() : before;
  }

  /// Whether its radio is to be switched off and on for that now; then not again for six hours.
  boolean takeSwitch(Instant now) {
    if (lost(now).isEmpty() || now.isBefore(nextSwitch)) {
      return false;
    }
    nextSwitch = now.plus(BETWEEN);
    return true;
  }

  /// The session is over; what comes next may be another modem, or another SIM.
  void ended() {
    before = Optional.empty();
    since = null;
  }
}

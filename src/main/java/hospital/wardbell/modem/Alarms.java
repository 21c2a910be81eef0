package hospital.wardbell.modem;

import hospital.wardbell.modem.Vitals.Topic;
import java.time.Instant;
import java.time.InstantSource;

/// Acts on what a modem says unasked of its own needs. Owned by the modem's thread.
///
/// That its power is wrong is told until an hour has passed without a word of it, in this session
/// or the next: a modem that says so may go away for it.
final class Alarms {
  private static final String WHOLE = "100";

  private final Receiver receiver;
  private final Vitals vitals;
  private final Ladder ladder;
  private final InstantSource ticks;
  private Instant quietAt;

  Alarms(Receiver receiver, Vitals vitals, Ladder ladder, InstantSource ticks) {
    this.receiver = receiver;
    this.vitals = vitals;
    this.ladder = ladder;
    this.ticks = ticks;
    this.quietAt = ladder.powerQuietAt();
  }

  /// Takes note of an unsolicited line; asks nothing.
  void heard(Urc urc, Tells tells) {
    if (tells.storeFull().match(urc.line())) {
      receiver.full();
      vitals.trouble(Topic.FULL, Trouble.of(Trouble.Kind.STORE_FILLING, WHOLE));
    }
    if (tells.power().match(urc.line())) {
      ladder.powerWarned(ticks.instant());
      quietAt = ladder.powerQuietAt();
      showPower();
    }
  }

  /// When there will be something to do, if nothing is heard before.
  Instant due() {
    return quietAt;
  }

  /// Ends an alarm that is an hour old.
  void end() {
    if (!ticks.instant().isBefore(quietAt)) {
      quietAt = Instant.MAX;
      showPower();
    }
  }

  private void showPower() {
    ladder
        .power(ticks.instant())
        .ifPresentOrElse(why -> vitals.trouble(Topic.POWER, why), () -> vitals.fine(Topic.POWER));
  }
}

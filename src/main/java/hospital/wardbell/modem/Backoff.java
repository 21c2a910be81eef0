package hospital.wardbell.modem;

import java.time.Duration;

/// How long to rest after a session ended before the next is begun.
///
/// Half a second first, twice as long each time, up to ten seconds. A device that is not there is
/// looked for each half second, which costs nothing and finds it soon; a SIM that waits for a
/// person is asked less often.
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration FOR_A_PERSON = Duration.ofSeconds(30);

  private Duration next = FIRST;

  Duration after(ModemFault fault) {
    return switch (fault.kind()) {
      case SIM, WRONG_PORT -> FOR_A_PERSON;
      case ANOTHER -> Duration.ZERO;
      case NOT_PLUGGED_IN -> FIRST;
      case NO_LINE, GONE, STUCK, MUTE, NO_NETWORK, RESTARTED, SET_UP -> twiceAsLong();
    };
  }

  private Duration twiceAsLong() {
    Duration rest = next;
    Duration twice = rest.multipliedBy(2);
    next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    return rest;
  }

  void reset() {
    next = FIRST;
  }
}

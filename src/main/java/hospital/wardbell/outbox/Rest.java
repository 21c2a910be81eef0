package hospital.wardbell.outbox;

import hospital.wardbell.modem.SendOutcome;
import java.time.Duration;
import java.time.Instant;

/// How long a lane leaves its modem alone, and after how many troubles in a row.
///
/// Without it a modem that refuses or swallows everything would be fed the whole queue.
///
/// @param troubles how many answers in a row were not the network's plain yes or no
/// @param endsOnWake whether word from the modem ends the rest early
record Rest(Instant until, int troubles, boolean endsOnWake) {
  static final Rest NONE = new Rest(Instant.EPOCH, 0, true);

  private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);
  private static final Duration UNTIL_ASKABLE = Duration.ofSeconds(5);
  // A text may meet another on the radio; three in a row are the network's or the SIM's trouble.
  private static final int PATIENCE = 3;

  /// The rest that is due after one more answer.
  Rest after(SendOutcome outcome, Instant now) {
    return switch (outcome) {
      case SendOutcome.Accepted _ -> NONE;
      case SendOutcome.NotTried _ -> new Rest(now.plus(UNTIL_ASKABLE), troubles, true);
      case SendOutcome.Unknown _ -> trouble(now, 1, Backoff.SILENT);
      case SendOutcome.Refused(SendOutcome.Fault fault, _) ->
          switch (fault) {
            case MESSAGE -> NONE;
            case PASSING -> trouble(now, PATIENCE, Backoff.REFUSING);
            case MODEM -> new Rest(now.plus(UNTIL_MENDED), troubles, true);
          };
    };
  }

  private Rest trouble(Instant now, int patience, Backoff backoff) {
    int inRow = troubles + 1;
    return inRow < patience
        ? new Rest(Instant.EPOCH, inRow, true)
        : new Rest(now.plus(backoff.after(inRow - patience + 1)), inRow, false);
  }

  /// What is left of it when the modem has said something.
  Rest woken() {
    return endsOnWake ? new Rest(Instant.EPOCH, troubles, true) : this;
  }

  /// Whether its last texts did not go through for the modem's or the network's sake. It stays so
  /// after the rest, until one goes through: whether the trouble is over only a text can tell.
  boolean isInTrouble(Instant now) {
    return !isOver(now) || (troubles > 0 && until.isAfter(Instant.EPOCH));
  }

  /// A rest that seems to last longer than any does is over too: the clock was set back.
  boolean isOver(Instant now) {
    return !now.isBefore(until) || now.plus(Backoff.SILENT.longest()).isBefore(until);
  }
}

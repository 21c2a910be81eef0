package hospital.wardbell.modem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Notices who calls, tells of each call once, and rejects it where callers are answered. Owned by
/// the modem's thread.
///
/// A telephone rings again every few seconds; rings less than [#PAUSE] apart are one call. Who
/// calls is said after the first ring, and only where the modem was asked for it.
///
/// @spec https://www.3gpp.org/dynareport/27007.htm#7.6 3GPP TS 27.007 §7.6 (+CLIP)
/// @spec https://www.3gpp.org/dynareport/27007.htm#6.5 3GPP TS 27.007 §6.5 (+CHUP)
final class Calls {
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Duration NAMED_WITHIN = Duration.ofSeconds(3);

  private final AtDialogue at;
  private final Handover handover;
  private final InstantSource ticks;
  private boolean named;
  private Optional<String> caller = Optional.empty();
  private Optional<Instant> untold = Optional.empty(); // when a call must be told of
  private Instant lastRing = Instant.MIN;
  private boolean rings;

  Calls(AtDialogue at, Handover handover, InstantSource ticks) {
    this.at = at;
    this.handover = handover;
    this.ticks = ticks;
  }

  /// Takes note of an unsolicited line; asks nothing.
  void heard(Urc urc) {
    switch (urc.name()) {
      case "RING", "+CRING" -> {
        rings = true;
        rang(Optional.empty());
      }
      case "+CLIP" -> rang(Caller.number(Fields.at(urc.line(), 0), Fields.at(urc.line(), 1)));
      default -> {}
    }
  }

  private void rang(Optional<String> number) {
    Instant now = ticks.instant();
    boolean another =
        number.isPresent() && caller.isPresent() && !number.equals(caller) && untold.isEmpty();
    if (another || lastRing.isBefore(now.minus(PAUSE))) {
      caller = Optional.empty();
      untold = Optional.of(named ? now.plus(NAMED_WITHIN) : now);
      rings = true;
    }
    if (number.isPresent() && untold.isPresent()) {
      untold = Optional.of(now);
    }
    caller = caller.or(() -> number);
    lastRing = now;
  }

  /// When there will be something to do, if nothing is heard before.
  Instant due() {
    return untold.orElse(Instant.MAX);
  }

  /// Tells of a call, rejects one, or has the modem say who calls from now on: one thing a turn.
  ///
  /// @return whether there was anything to do
  boolean takeOne() throws InterruptedException {
    boolean answers = handover.answersCalls();
    if (answers != named) {
      named = answers;
      at.ask(AtCommand.of("AT+CLIP=" + (answers ? 1 : 0))); // one that refuses calls nobody by name
      return true;
    }
    if (untold.isPresent()) {
      return tell(untold.get());
    }
    if (rings && answers) {
      rings = false;
      at.ask(AtCommand.of("AT+CHUP")); // ATH leaves a call ringing on some modems
      return true;
    }
    return false;
  }

  /// A call that cannot be kept is not told of again: nobody has a copy, and it rings on.
  private boolean tell(Instant due) {
    if (ticks.instant().isBefore(due)) {
      return false;
    }
    untold = Optional.empty();
    handover.call(caller);
    return true;
  }
}

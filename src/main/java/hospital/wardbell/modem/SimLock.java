package hospital.wardbell.modem;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/// Gets the SIM ready: waits while it starts, and gives its PIN once. Never a PUK, and never the
/// last try of a PIN.
///
/// @spec https://www.3gpp.org/dynareport/27007.htm#8.3 3GPP TS 27.007 §8.3 (+CPIN)
final class SimLock {
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final int TIMES = 3;
  private static final int NO_SIM = 10;
  private static final int PIN_REQUIRED = 11;
  private static final int PUK_REQUIRED = 12;
  private static final int SIM_FAILURE = 13;
  private static final int SIM_WRONG = 15;

  private final AtDialogue at;
  private final InstantSource ticks;
  private final Pin pin;
  private final SimCard card;

  SimLock(AtDialogue at, InstantSource ticks, Pin pin, SimCard card) {
    this.at = at;
    this.ticks = ticks;
    this.pin = pin;
    this.card = card;
  }

  /// @param patience how long the SIM may take to start
  /// @return whether it had to be waited for
  /// @throws ModemFault if a person must do something about the SIM
  boolean open(Duration patience) throws InterruptedException {
    Instant deadline = ticks.instant().plus(patience);
    boolean waited = false;
    boolean bare = false;
    while (ticks.instant().isBefore(deadline)) {
      AtResponse response = at.ask(AtCommand.of("AT+CPIN?"));
      if (response instanceof AtResponse.Refused(_, int code)) {
        refused(code);
      } else if (!response.information().isEmpty()) {
        if (said(Fields.at(response.information().getFirst(), 0))) {
          return waited;
        }
      } else if (response instanceof AtResponse.Ok) {
        if (bare) {
          return waited; // some answer a bare OK once the SIM is ready; once alone, a line was lost
        }
        bare = true;
        at.listen(BETWEEN);
        continue;
      }
      waited = true;
      at.listen(BETWEEN);
    }
    throw fault(Trouble.Kind.SIM_NOT_READY);
  }

  /// @return whether the SIM is ready
  private boolean said(String state) throws InterruptedException {
    switch (state) {
      case "READY" -> {
        pin.proved();
        return true;
      }
      case "SIM PIN" -> enter();
      default -> throw locked(state);
    }
    return false;
  }

  private void refused(int code) throws InterruptedException {
    switch (code) {
      case NO_SIM -> throw fault(Trouble.Kind.SIM_MISSING);
      case PIN_REQUIRED -> enter();
      case PUK_REQUIRED -> throw locked("SIM PUK");
      case SIM_FAILURE, SIM_WRONG -> throw fault(Trouble.Kind.SIM_UNREADABLE);
      default -> {} // busy, or still starting
    }
  }

  private static ModemFault locked(String state) {
    return fault(Trouble.Kind.SIM_LOCKED, state);
  }

  private void enter() throws InterruptedException {
    if (!pin.isSet()) {
      throw fault(Trouble.Kind.PIN_NOT_SET);
    }
    if (lastTry()) {
      throw fault(Trouble.Kind.PIN_LAST_TRY);
    }
    Optional<String> iccid = card.iccid();
    at.prepare(); // or a PIN that was never written would count as given
    String digits = give(iccid);
    if (at.ask(AtCommand.of("AT+CPIN=\"" + digits + "\"")) instanceof AtResponse.Refused) {
      throw fault(Trouble.Kind.PIN_REFUSED);
    }
  }

  private String give(Optional<String> iccid) {
    try {
      return pin.give(iccid).orElseThrow(() -> fault(Trouble.Kind.PIN_WRONG));
    } catch (UncheckedIOException e) {
      throw new ModemFault(ModemFault.Kind.SIM, Trouble.of(Trouble.Kind.PIN_NOT_KEPT), e);
    }
  }

  /// Few modems can say. One that does not refuse the question is asked again if it says nothing:
  /// its line may have been lost.
  private boolean lastTry() throws InterruptedException {
    for (int i = 0; i < TIMES; i++) {
      AtResponse response = at.ask(AtCommand.of("AT+CPINR=\"SIM PIN\""));
      for (String line : response.information()) {
        OptionalInt left = Fields.number(line, 1);
        if (left.isPresent()) {
          return left.getAsInt() <= 1;
        }
      }
      if (response instanceof AtResponse.Refused) {
        return false;
      }
      at.getInStep();
    }
    return false;
  }

  private static ModemFault fault(Trouble.Kind kind, String... details) {
    return new ModemFault(ModemFault.Kind.SIM, Trouble.of(kind, details));
  }
}

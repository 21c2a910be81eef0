package hospital.wardbell.modem;

import hospital.wardbell.base.NetworkCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One question to the network by USSD: asked once, whatever comes of it. Owned by the modem's
/// thread.
///
/// The answer is an unsolicited line, before the command's `OK` or a while after it. A network that
/// wants to hear more is told that this was all.
///
/// @spec https://www.3gpp.org/dynareport/27007.htm#7.15 3GPP TS 27.007 §7.15 (+CUSD)
final class UssdDialogue {
  /// How long the command may take; some modems say `OK` after the network's answer only.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// How long the network may take.
  static final Duration ANSWER = Duration.ofSeconds(60);

  private final AtDialogue at;
  private final InstantSource ticks;
  private UssdCoding coding = UssdCoding.PLAIN;
  private Optional<Instant> waitsUntil = Optional.empty();
  private @Nullable UssdReply reply;
  private boolean mustLeave;

  UssdDialogue(AtDialogue at, InstantSource ticks) {
    this.at = at;
    this.ticks = ticks;
  }

  /// Keeps the first answer to what was asked; others are the network's own affair.
  void heard(Urc urc) {
    if (urc.name().equals(UssdReply.NAME) && waitsUntil.isPresent() && reply == null) {
      reply = UssdReply.of(urc.line(), coding);
    }
  }

  /// When there will be something to do, if nothing is heard before.
  Instant due() {
    return mustLeave || reply != null ? Instant.MIN : waitsUntil.orElse(Instant.MAX);
  }

  /// Ends a dialogue in which the network waits for more.
  ///
  /// @return whether there was one
  boolean takeLeave() throws InterruptedException {
    if (!mustLeave) {
      return false;
    }
    mustLeave = false;
    at.ask(AtCommand.of("AT+CUSD=2"));
    return true;
  }

  /// Asks the network.
  ///
  /// @return what came of it, if that is clear already
  Optional<ErrandOutcome> begin(NetworkCode code, UssdCoding how) throws InterruptedException {
    coding = how;
    reply = null;
    at.prepare(); // so that nothing said before counts as the answer
    waitsUntil = Optional.of(ticks.instant().plus(ANSWER));
    AtResponse response =
        at.ask(AtCommand.ussd(coding.written(code.digits()), coding.scheme(), PATIENCE));
    if (response instanceof AtResponse.Refused && reply == null) {
      return over(new ErrandOutcome.Untold("the modem or the network refuses the code"));
    }
    return Optional.empty();
  }

  /// What came of it, once that is clear.
  Optional<ErrandOutcome> outcome() {
    UssdReply said = reply;
    if (said != null) {
      mustLeave = said.wantsMore();
      return over(said.outcome());
    }
    if (ticks.instant().isBefore(waitsUntil.orElse(Instant.MIN))) {
      return Optional.empty();
    }
    mustLeave = true;
    return over(new ErrandOutcome.Untold("the network did not answer the code"));
  }

  /// Nobody waits for the answer any more.
  void leave() {
    mustLeave |= waitsUntil.isPresent();
    waitsUntil = Optional.empty();
    reply = null;
  }

  private Optional<ErrandOutcome> over(ErrandOutcome what) {
    waitsUntil = Optional.empty();
    reply = null;
    return Optional.of(what);
  }
}

package hospital.wardbell.fleet;

import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.Radio;
import hospital.wardbell.modem.Trouble;
import java.time.Instant;
import java.util.Optional;

/// What one modem was like at one moment.
///
/// @param state never [ModemHealth.State#SENDING], which is told as registered: it comes and goes
/// @param registration how the network had let it in
/// @param network its network's name; at most 60 characters
/// @param radio how it was served there
/// @param signalDbm received signal
/// @param storedPercent how full its store of arrivals was
/// @param trouble what was wrong
public record Sample(
    Instant at,
    ModemHealth.State state,
    Optional<ModemHealth.Registration> registration,
    Optional<String> network,
    Optional<Radio> radio,
    Optional<Integer> signalDbm,
    Optional<Integer> storedPercent,
    Optional<Trouble> trouble) {
  private static final int NETWORK = 60;

  static Sample of(ModemHealth health, Instant now) {
    return new Sample(
        now,
        health.state() == ModemHealth.State.SENDING ? ModemHealth.State.REGISTERED : health.state(),
        health.registration(),
        health.operator().map(name -> name.substring(0, Math.min(NETWORK, name.length()))),
        health.radio(),
        health.signalDbm(),
        health.storedPercent(),
        health.trouble());
  }

  /// Whether something other than the signal differs, so that it is worth a row of its own.
  boolean differs(Sample before) {
    return state != before.state
        || !registration.equals(before.registration)
        || !trouble.equals(before.trouble)
        || !network.equals(before.network)
        || !radio.equals(before.radio);
  }
}

package hospital.wardbell.modem;

import java.time.Instant;
import java.util.Optional;

/// What people are shown of a modem.
///
/// @param name the boot file's name of the line
/// @param imei the modem's own number, once it has said it
/// @param operator the network's name, once registered
/// @param signalDbm received signal, once measured
/// @param trouble in plain words what is wrong and what to do, if anything is
public record ModemHealth(
    String name,
    State state,
    Optional<String> imei,
    Optional<String> operator,
    Optional<Integer> signalDbm,
    Optional<String> trouble,
    Instant since) {
  /// The life of a modem as people see it.
  public enum State {
    ABSENT,
    PROBING,
    SIM_LOCKED,
    SEARCHING,
    REGISTERED,
    RESTING
  }

  public boolean maySend() {
    return state == State.REGISTERED;
  }
}

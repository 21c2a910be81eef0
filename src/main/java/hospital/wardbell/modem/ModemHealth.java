package hospital.wardbell.modem;

import java.time.Instant;
import java.util.Optional;

/// What people are shown of a modem.
///
/// @param name the boot file's name of the line
/// @param registration how the network has let it in, once it has
/// @param imei the modem's own number, once it has said it
/// @param iccid the number of the SIM in it, once it has said it; for pages see [#simEnding]
/// @param operator the network's name, once registered
/// @param radio how it is served there, as the modem says
/// @param signalDbm received signal, once measured
/// @param storedPercent how full the store is that its arrivals go to, once asked; 0 to 100
/// @param trouble what is wrong, if anything is
public record ModemHealth(
    String name,
    State state,
    Optional<Registration> registration,
    Optional<String> imei,
    Optional<String> iccid,
    Optional<String> operator,
    Optional<Radio> radio,
    Optional<Integer> signalDbm,
    Optional<Integer> storedPercent,
    Optional<Trouble> trouble,
    Instant since) {
  private static final int SIM_ENDING = 4;

  /// The life of a modem as people see it.
  public enum State {
    ABSENT,
    PROBING,
    SIM_LOCKED,
    SEARCHING,
    REGISTERED,
    /// Registered, and a text is being handed over.
    SENDING,
    /// Registered, and something keeps texts from going out or from being kept.
    DEGRADED,
    /// Left alone for a while after faults.
    RESTING,
    /// All that can be done without a person has been done; it is still tried now and then.
    FAILED
  }

  /// How the network has let the modem in.
  ///
  /// @spec https://www.3gpp.org/dynareport/27007.htm#7.2 3GPP TS 27.007 §7.2 (+CREG)
  public enum Registration {
    HOME,
    ROAMING,
    /// At home or roaming, for texts alone.
    SMS_ONLY
  }

  public boolean maySend() {
    return switch (state) {
      case REGISTERED, SENDING, DEGRADED -> true;
      case ABSENT, PROBING, SIM_LOCKED, SEARCHING, RESTING, FAILED -> false;
    };
  }

  /// The last digits of the SIM's number: enough to know one's cards apart.
  public Optional<String> simEnding() {
    return iccid.map(number -> number.substring(Math.max(0, number.length() - SIM_ENDING)));
  }

  /// The same modem, shown so.
  public ModemHealth as(State seen, Optional<Trouble> told) {
    return new ModemHealth(
        name,
        seen,
        registration,
        imei,
        iccid,
        operator,
        radio,
        signalDbm,
        storedPercent,
        told,
        since);
  }
}

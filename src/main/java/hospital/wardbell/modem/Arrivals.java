package hospital.wardbell.modem;

import java.time.Instant;
import java.util.Optional;

/// Where arriving PDUs go. Called on the modem's owner thread, which waits: when a method returns,
/// the PDU is durable and the modem may forget it. A PDU may come again (after a crash, or from a
/// modem that lies), so both PDU methods must recognise what they have had.
public interface Arrivals {
  /// A PDU that is a DELIVER, or cannot be read at all. `hex` is just what the modem gave.
  void message(String modem, String hex, Instant seen);

  /// A PDU that is a STATUS-REPORT.
  ///
  /// @param sim the ICCID of the SIM that was in the modem then, if it says it; TP-MR counts there
  void report(String modem, Optional<String> sim, String hex, Instant seen);

  /// Somebody calls; told once a call. One that is not kept is lost.
  ///
  /// @param caller the number as the network gives it, with a `+` if it is an international one;
  ///   empty if it is withheld or nobody asked for it
  void call(String modem, Optional<String> caller, Instant seen);

  /// Whether calls are rejected and their numbers wanted. Asked often: must not block.
  boolean answersCalls();
}

package hospital.wardbell.modem;

import java.time.Instant;

/// Where arriving PDUs go. Called on the modem's owner thread, which waits: when a method returns,
/// the PDU is durable and the modem may forget it. A PDU may come again (after a crash, or from a
/// modem that lies), so both methods must recognise what they have had.
public interface Arrivals {
  /// A PDU that is a DELIVER, or cannot be read at all. `hex` is just what the modem gave.
  void message(String modem, String hex, Instant seen);

  /// A PDU that is a STATUS-REPORT.
  void report(String modem, String hex, Instant seen);
}

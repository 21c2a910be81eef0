package hospital.wardbell.pdu;

import java.time.Duration;
import java.time.OffsetDateTime;

/// TP-VP: how long the service centre keeps trying.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.12 3GPP TS 23.040 §9.2.3.12
public sealed interface Validity {
  /// Rounded up to the next of the 256 steps: 5 minutes to 63 weeks.
  record Relative(Duration duration) implements Validity {}

  record Absolute(OffsetDateTime until) implements Validity {}

  /// The seven octets' own formats: none, relative octet, seconds 1 to 255, or hh:mm:ss.
  record Enhanced(Duration duration, boolean singleShot) implements Validity {}
}

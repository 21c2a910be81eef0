package hospital.wardbell.pdu;

import java.time.Duration;
import java.time.OffsetDateTime;

/// TP-VP: how long the service centre keeps trying.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.12 3GPP TS 23.040 §9.2.3.12
public sealed interface Validity {
  /// Rounded up to the next of the 256 steps: 5 minutes to 63 weeks.
  record Relative(Duration duration) implements Validity {
    public Relative {
      duration = RelativeStep.of(duration).duration();
    }
  }

  /// To the second; the year is 2000 to 2099 and the offset in quarters of an hour.
  record Absolute(OffsetDateTime until) implements Validity {
    public Absolute {
      until = Scts.writable(until, "TP-VP");
    }
  }

  /// The seven octets' own formats: none, relative octet, seconds 1 to 255, or hh:mm:ss.
  ///
  /// @param duration zero for none; whole seconds below 100 hours, above that as [Relative]
  /// @param singleShot whether the service centre tries once only
  record Enhanced(Duration duration, boolean singleShot) implements Validity {
    public Enhanced {
      duration = EnhancedValidity.writable(duration);
    }
  }
}

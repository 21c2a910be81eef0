package hospital.wardbell.pdu;

import java.time.Duration;

/// One of the 256 durations that a relative TP-VP can say.
///
/// @param octet 0 to 255
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.12.1 3GPP TS 23.040 §9.2.3.12.1
record RelativeStep(int octet) {
  private static final int STEPS = 256;

  Duration duration() {
    if (octet <= 143) {
      return Duration.ofMinutes(5L * (octet + 1));
    }
    if (octet <= 167) {
      return Duration.ofHours(12).plusMinutes(30L * (octet - 143));
    }
    return octet <= 196 ? Duration.ofDays(octet - 166) : Duration.ofDays(7L * (octet - 192));
  }

  /// The shortest step that is no shorter than `duration`.
  ///
  /// @throws IllegalArgumentException if it is not above zero, or above 63 weeks
  static RelativeStep of(Duration duration) {
    Rules.require(duration.isPositive(), "a validity is above zero");
    for (int octet = 0; octet < STEPS; octet++) {
      var step = new RelativeStep(octet);
      if (step.duration().compareTo(duration) >= 0) {
        return step;
      }
    }
    throw new IllegalArgumentException("a validity is 63 weeks at most");
  }
}

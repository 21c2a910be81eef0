package hospital.wardbell.pdu;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/// The enhanced format of TP-VP: an octet that says which format follows, that format, and fill
/// octets up to seven.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.12.3 3GPP TS 23.040 §9.2.3.12.3
final class EnhancedValidity {
  private static final int OCTETS = 7;
  private static final int EXTENDED = 0x80;
  private static final int SINGLE_SHOT = 0x40;
  private static final int FORMAT = 0x07;
  private static final int RELATIVE = 1;
  private static final int SECONDS = 2;
  private static final int HOURS_MINUTES_SECONDS = 3;
  private static final Duration FIRST_THAT_NEEDS_A_STEP = Duration.ofHours(100);

  private EnhancedValidity() {}

  /// The duration as the octets will say it, never shorter.
  static Duration writable(Duration duration) {
    Rules.require(!duration.isNegative(), "a validity is not below zero");
    Duration whole = duration.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    return whole.compareTo(FIRST_THAT_NEEDS_A_STEP) < 0 ? whole : RelativeStep.of(whole).duration();
  }

  /// A reserved format is read as none.
  static Validity read(Octets in) {
    var octets = new Octets(in.take(OCTETS));
    int indicator = octets.next();
    int last = indicator;
    while ((last & EXTENDED) != 0) {
      last = octets.next();
    }
    Duration duration =
        switch (indicator & FORMAT) {
          case RELATIVE -> new RelativeStep(octets.next()).duration();
          case SECONDS -> Duration.ofSeconds(octets.next());
          case HOURS_MINUTES_SECONDS -> readHoursMinutesSeconds(octets);
          default -> Duration.ZERO;
        };
    return new Validity.Enhanced(duration, (indicator & SINGLE_SHOT) != 0);
  }

  static void write(Validity.Enhanced validity, ByteArrayOutputStream out) {
    long seconds = validity.duration().toSeconds();
    int singleShot = validity.singleShot() ? SINGLE_SHOT : 0;
    var format = new ByteArrayOutputStream(OCTETS);
    if (seconds == 0) {
      format.write(singleShot);
    } else if (seconds <= 255) {
      format.write(singleShot | SECONDS);
      format.write((int) seconds);
    } else if (validity.duration().compareTo(FIRST_THAT_NEEDS_A_STEP) < 0) {
      format.write(singleShot | HOURS_MINUTES_SECONDS);
      format.write(SemiOctets.writeDecimal((int) validity.duration().toHours()));
      format.write(SemiOctets.writeDecimal(validity.duration().toMinutesPart()));
      format.write(SemiOctets.writeDecimal(validity.duration().toSecondsPart()));
    } else {
      format.write(singleShot | RELATIVE);
      format.write(RelativeStep.of(validity.duration()).octet());
    }
    out.writeBytes(Arrays.copyOf(format.toByteArray(), OCTETS));
  }

  private static Duration readHoursMinutesSeconds(Octets octets) {
    return Duration.ofHours(SemiOctets.readDecimal(octets.next()))
        .plusMinutes(SemiOctets.readDecimal(octets.next()))
        .plusSeconds(SemiOctets.readDecimal(octets.next()));
  }
}

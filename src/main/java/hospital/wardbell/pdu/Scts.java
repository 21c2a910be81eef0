package hospital.wardbell.pdu;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// TP-SCTS, TP-DT and the absolute TP-VP: seven octets of swapped decimal semi-octets.
///
/// The seventh is the local offset from UTC in quarters of an hour; its bit 3 is the sign. The year
/// has two digits and is taken as 2000 to 2099.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.11 3GPP TS 23.040 §9.2.3.11
final class Scts {
  private static final int CENTURY = 2000;
  private static final int SIGN = 0x08;
  private static final int SECONDS_PER_QUARTER = 15 * 60;

  private Scts() {}

  /// `time` without what the octets do not hold, parts of a second.
  ///
  /// @throws IllegalArgumentException if its year or its offset cannot be written
  static OffsetDateTime writable(OffsetDateTime time, String field) {
    Rules.between(CENTURY, time.getYear(), CENTURY + 99, field + "'s year");
    Rules.require(
        time.getOffset().getTotalSeconds() % SECONDS_PER_QUARTER == 0,
        field + "'s offset is not in quarters of an hour");
    return time.truncatedTo(SECONDS);
  }

  static OffsetDateTime read(Octets in) {
    int year = CENTURY + SemiOctets.readDecimal(in.next());
    int month = SemiOctets.readDecimal(in.next());
    int day = SemiOctets.readDecimal(in.next());
    int hour = SemiOctets.readDecimal(in.next());
    int minute = SemiOctets.readDecimal(in.next());
    int second = SemiOctets.readDecimal(in.next());
    int zone = in.next();
    int quarters = SemiOctets.readDecimal(zone & ~SIGN) * ((zone & SIGN) == 0 ? 1 : -1);
    try {
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(quarters * SECONDS_PER_QUARTER);
      return OffsetDateTime.of(year, month, day, hour, minute, second, 0, offset);
    } catch (DateTimeException e) {
      throw new MalformedPdu("a time stamp names no time: " + e.getMessage());
    }
  }

  static void write(OffsetDateTime time, ByteArrayOutputStream out) {
    out.write(SemiOctets.writeDecimal(time.getYear() - CENTURY));
    out.write(SemiOctets.writeDecimal(time.getMonthValue()));
    out.write(SemiOctets.writeDecimal(time.getDayOfMonth()));
    out.write(SemiOctets.writeDecimal(time.getHour()));
    out.write(SemiOctets.writeDecimal(time.getMinute()));
    out.write(SemiOctets.writeDecimal(time.getSecond()));
    int quarters = time.getOffset().getTotalSeconds() / SECONDS_PER_QUARTER;
    out.write(SemiOctets.writeDecimal(Math.abs(quarters)) | (quarters < 0 ? SIGN : 0));
  }
}

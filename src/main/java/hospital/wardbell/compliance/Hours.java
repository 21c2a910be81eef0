package hospital.wardbell.compliance;

import hospital.wardbell.settings.Settings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// What is usual in the hospital: its zone, its working day, and how many conversations somebody
/// opens within an hour.
///
/// @param begin the first hour of the working day
/// @param end the first hour behind it
/// @param many from so many conversations in an hour on it is reviewed
record Hours(ZoneId zone, int begin, int end, int many) {
  static Hours of(Settings settings) {
    return new Hours(
        settings.zone(),
        settings.number(Settings.Key.REVIEW_DAY_BEGINS),
        settings.number(Settings.Key.REVIEW_DAY_ENDS),
        settings.number(Settings.Key.REVIEW_MANY));
  }

  boolean isAfter(Instant time) {
    ZonedDateTime local = time.atZone(zone);
    boolean weekend =
        local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend || local.getHour() < begin || local.getHour() >= end;
  }
}

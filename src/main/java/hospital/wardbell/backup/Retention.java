package hospital.wardbell.backup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// How many backups are kept: the newest of all, so that one that somebody made before a change is
/// not gone with the next of that day, and the newest of each of the last so many days, weeks and
/// months that have one. Gaps cost nothing: days without a backup do not count.
///
/// @param newest 1 or more
/// @param daily 1 or more
record Retention(int newest, int daily, int weekly, int monthly, ZoneId zone) {
  /// Those that need not be kept any more.
  List<BackupName> superfluous(List<BackupName> all) {
    List<BackupName> newestFirst = all.stream().sorted(Comparator.reverseOrder()).toList();
    Set<BackupName> kept = new HashSet<>();
    keep(kept, newestFirst, daily, day -> day);
    keep(
        kept,
        newestFirst,
        weekly,
        day ->
            day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    keep(kept, newestFirst, monthly, YearMonth::from);
    newestFirst.stream().limit(newest).forEach(kept::add);
    return newestFirst.stream().filter(name -> !kept.contains(name)).toList();
  }

  private void keep(
      Set<BackupName> kept, List<BackupName> newestFirst, int most, Function<LocalDate, ?> period) {
    Set<Object> seen = new HashSet<>();
    for (BackupName name : newestFirst) {
      Object of = period.apply(name.at().atZone(zone).toLocalDate());
      if (seen.size() < most && seen.add(of)) {
        kept.add(name);
      }
    }
  }
}

package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.backup.BackupFault;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.PeriodEnds;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// When what was erased is gone from backups too: with the last one that was made before, or with
/// the keys of its period, whichever comes first. The retention loop's own thread only.
final class GoneFromBackups {
  private static final Actor SELF = new Actor.Wardbell("retention");
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Store store;
  private final Audit audit;
  private final Vault vault;
  private final Supplier<List<Instant>> backups;
  private final PeriodEnds periods;
  private final InstantSource clock;
  private final DispositionTable table = new DispositionTable();
  private Instant lookedAtBackups = Instant.EPOCH;
  private Instant lookedAtPeriods = Instant.EPOCH;
  private Duration untilPeriods = Duration.ZERO;

  /// @param backups when each backup that is left of this home was made
  GoneFromBackups(
      Store store,
      Audit audit,
      Vault vault,
      Supplier<List<Instant>> backups,
      PeriodEnds periods,
      InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.vault = vault;
    this.backups = backups;
    this.periods = periods;
    this.clock = clock;
  }

  /// Something was erased just now; periods are looked at with the next [#look], not only with that
  /// of the next day.
  void erased() {
    untilPeriods = Duration.ZERO;
  }

  /// A place that cannot be looked at says nothing, and is looked at again in an hour.
  void look() {
    Instant now = clock.instant();
    if (isDue(lookedAtPeriods, untilPeriods, now)) {
      lookedAtPeriods = now;
      untilPeriods = AN_HOUR;
      untilPeriods = isWaiting() ? AN_HOUR : A_DAY;
      left().forEach(this::keepEnd);
    }
    if (isDue(lookedAtBackups, AN_HOUR, now)) {
      lookAtBackups(now);
    }
  }

  /// Also if the clock was put back since.
  private static boolean isDue(Instant looked, Duration rest, Instant now) {
    return Duration.between(looked, now).abs().compareTo(rest) >= 0;
  }

  private boolean isWaiting() {
    try {
      return periods.look();
    } catch (BackupFault _) {
      return true;
    }
  }

  private List<Disposition> left() {
    return store.read(table::inBackups);
  }

  private void keepEnd(Disposition carriedOut) {
    store
        .read(sql -> end(sql, carriedOut.id()))
        .ifPresent(at ->
            store.change(tx -> {
              table.periodsEnded(tx, carriedOut.id(), at);
              audit.record(tx, Entry.of(SELF, "retention.period-ended").about(carriedOut.id()));
            }));
  }

  /// When the periods of all that was erased by it had ended; empty if one has not.
  private Optional<Instant> end(Sql sql, Id disposition) {
    Optional<Instant> last = Optional.empty();
    for (Disposition.Item item : table.items(sql, disposition)) {
      if (item.fate() == Disposition.Fate.ERASED) {
        Optional<Instant> its = vault.periodsEnded(sql, item.key());
        if (its.isEmpty()) {
          return Optional.empty();
        }
        last = last.filter(its.get()::isBefore).or(() -> its);
      }
    }
    return last;
  }

  private void lookAtBackups(Instant now) {
    List<Disposition> inBackups = left();
    if (inBackups.isEmpty()) {
      return;
    }
    lookedAtBackups = now;
    try {
      List<Instant> made = backups.get();
      inBackups.stream()
          .filter(d -> made.stream().noneMatch(at -> at.isBefore(d.ended().orElse(now))))
          .forEach(d ->
              store.change(tx -> {
                table.backupsFree(tx, d.id(), now);
                audit.record(tx, Entry.of(SELF, "retention.backups-free").about(d.id()));
              }));
    } catch (BackupFault _) {
      // asked again in an hour
    }
  }
}

package hospital.wardbell.outbox;

import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps each line's [Allowance] what the settings say. Counts from the rows at the start and when
/// a limit changes, and in memory in between.
final class Allowances {
  private final Settings settings;
  private final Store store;
  private final LineTable table = new LineTable();
  private final InstantSource clock;
  private final Map<Line, Long> read = new ConcurrentHashMap<>(); // at which state of the settings

  Allowances(Settings settings, Store store, InstantSource clock) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
  }

  /// For the line's own lane, between two parts.
  void refresh(Line line) {
    long changes = settings.changes();
    if (read.getOrDefault(line, -1L) == changes) {
      return;
    }
    Limits limits = Limits.of(settings, line.name());
    if (!limits.equals(line.allowance().limits())) {
      line.limit(
          new Allowance(
              limits, store.read(sql -> table.history(sql, line.name(), limits, clock.instant()))));
    }
    read.put(line, changes);
  }
}

package hospital.wardbell.outbox;

import hospital.wardbell.modem.Rate;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps each line's [Allowance] what the settings say. Counts from the rows at the start and when
/// a limit or a SIM changes, and in memory in between.
final class Allowances {
  private final Settings settings;
  private final Store store;
  private final LineTable table = new LineTable();
  private final InstantSource clock;
  private final Map<Line, Read> read = new ConcurrentHashMap<>();

  /// What the limits of a line were made of.
  ///
  /// @param changes the state of the settings
  private record Read(long changes, Rate rate) {}

  Allowances(Settings settings, Store store, InstantSource clock) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
  }

  /// For the line's own lane, between two parts.
  void refresh(Line line) {
    Read now = new Read(settings.changes(), line.rate());
    if (now.equals(read.get(line))) {
      return;
    }
    Limits limits = Limits.of(settings, line.name(), now.rate());
    if (!limits.equals(line.allowance().limits())) {
      line.limit(
          new Allowance(
              limits, store.read(sql -> table.history(sql, line.name(), limits, clock.instant()))));
    }
    read.put(line, now);
  }
}

package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.modem.Rate;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Keeps each line's [Allowance] what the settings say. Counts from the rows at the start and when
/// a limit or a SIM changes, and in memory in between.
final class Allowances {
  private final Settings settings;
  private final Store store;
  private final LineTable table = new LineTable();
  private final Supplier<List<Id>> indexKeys;
  private final InstantSource clock;
  private final Map<Line, Read> read = new ConcurrentHashMap<>();

  /// What the limits of a line were made of.
  ///
  /// @param changes the state of the settings
  /// @param indexKeys by which recipients are told apart
  private record Read(long changes, Rate rate, List<Id> indexKeys) {}

  Allowances(Settings settings, Store store, Supplier<List<Id>> indexKeys, InstantSource clock) {
    this.settings = settings;
    this.store = store;
    this.indexKeys = indexKeys;
    this.clock = clock;
  }

  /// For the line's own lane, between two parts.
  void refresh(Line line) {
    Read now = new Read(settings.changes(), line.rate(), indexKeys.get());
    Read before = read.get(line);
    if (now.equals(before)) {
      return;
    }
    Limits limits = Limits.of(settings, line.name(), now.rate());
    boolean toldApart = before == null || before.indexKeys().equals(now.indexKeys());
    if (!toldApart || !limits.equals(line.allowance().limits())) {
      line.limit(
          new Allowance(
              limits, store.read(sql -> table.history(sql, line.name(), limits, clock.instant()))));
    }
    read.put(line, now);
  }
}

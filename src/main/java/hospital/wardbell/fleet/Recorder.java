package hospital.wardbell.fleet;

import hospital.wardbell.base.Loop;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes samples: of each modem one every [#REGULARLY], and one when something other than its
/// signal changed. A modem that changes all the time gets one every [#AT_MOST]. Forgets what is
/// older than [#KEPT].
final class Recorder implements Loop.Turn {
  static final Duration REGULARLY = Duration.ofMinutes(5);
  static final Duration KEPT = Duration.ofDays(30);
  private static final Duration AT_MOST = Duration.ofSeconds(10);
  private static final Duration BETWEEN_TIDYINGS = Duration.ofHours(1);
  private static final int BATCH = 50;

  private final Store store;
  private final SampleTable table;
  private final Supplier<List<ModemHealth>> modems;
  private final InstantSource clock;
  private final Map<String, Sample> last = new HashMap<>();
  private Instant nextTidying = Instant.EPOCH;

  Recorder(
      Store store, SampleTable table, Supplier<List<ModemHealth>> modems, InstantSource clock) {
    this.store = store;
    this.table = table;
    this.modems = modems;
    this.clock = clock;
  }

  @Override
  public Duration take() {
    Instant now = clock.instant();
    Map<String, Sample> fresh = new HashMap<>();
    for (ModemHealth modem : modems.get()) {
      Sample sample = Sample.of(modem, now);
      if (isDue(last.get(modem.name()), sample)) {
        fresh.put(modem.name(), sample);
      }
    }
    if (!fresh.isEmpty()) {
      store.change(tx -> fresh.forEach((modem, sample) -> table.add(tx, modem, sample)));
      last.putAll(fresh);
    }
    if (isTime(nextTidying, BETWEEN_TIDYINGS, now) && tidied(now)) {
      nextTidying = now.plus(BETWEEN_TIDYINGS);
    }
    return AT_MOST;
  }

  private static boolean isDue(@Nullable Sample before, Sample sample) {
    if (before == null) {
      return true;
    }
    Duration since = Duration.between(before.at(), sample.at()).abs(); // the clock may be set back
    return since.compareTo(REGULARLY) >= 0
        || (since.compareTo(AT_MOST) >= 0 && sample.differs(before));
  }

  private static boolean isTime(Instant due, Duration interval, Instant now) {
    return !now.isBefore(due) || now.plus(interval).isBefore(due);
  }

  /// @return whether nothing is left that should be forgotten
  private boolean tidied(Instant now) {
    return store.write(tx -> table.forget(tx, now.minus(KEPT), BATCH)) < BATCH;
  }
}

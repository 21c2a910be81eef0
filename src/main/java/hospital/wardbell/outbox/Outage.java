package hospital.wardbell.outbox;

import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Whether texting was out for so long that what waited meanwhile may make no sense any more. Any
/// thread.
///
/// Out is when no line was able to send, be it that the program did not run. A row says when one
/// was last; it is a minute old at most. When a line is able again after a long outage, before it
/// takes anything, what is ordinary and old by then is stale.
final class Outage {
  private static final Duration KEEP_AGAIN = Duration.ofMinutes(1);

  private record Ability(Instant ableAt, Instant staleBefore) {}

  private final Store store;
  private final Settings settings;
  private final InstantSource clock;
  // Changed under the lock of this; read without, since the writer thread must not wait for one
  // who waits for it.
  private volatile Optional<Ability> present = Optional.empty();
  private Instant keptAt = Instant.EPOCH;

  Outage(Store store, Settings settings, InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /// Some line is able to send. Call this before it takes anything; not on the writer thread.
  synchronized void able() {
    Ability before = present.or(this::read).orElseGet(this::begin);
    Instant now = clock.instant();
    boolean wasLong =
        Duration.between(before.ableAt(), now).compareTo(minutes(Settings.Key.OUTAGE)) > 0;
    Instant staleBefore = wasLong ? now.minus(minutes(Settings.Key.STALE)) : before.staleBefore();
    if (staleBefore.isAfter(now)) {
      staleBefore = Instant.EPOCH; // the clock was ahead, and whatever is queued now is fresh
    }
    Ability after = new Ability(now, staleBefore);
    if (wasLong || Duration.between(keptAt, now).abs().compareTo(KEEP_AGAIN) >= 0) {
      keep(after);
    }
    present = Optional.of(after);
  }

  /// What is ordinary and older than this waits for a lead. Never blocks.
  Instant staleBefore() {
    return present.map(Ability::staleBefore).orElse(Instant.EPOCH);
  }

  private Duration minutes(Settings.Key key) {
    return Duration.ofMinutes(settings.number(key));
  }

  private Optional<Ability> read() {
    return store.read(sql ->
        sql.one(
            "select able_at, stale_before from outbox_ability",
            row -> new Ability(row.instant("able_at"), row.instant("stale_before"))));
  }

  /// A new home has had no outage.
  private Ability begin() {
    Ability first = new Ability(clock.instant(), Instant.EPOCH);
    store.change(tx ->
        tx.update(
            "insert into outbox_ability (id, able_at, stale_before) values (1, ?, ?)",
            first.ableAt(),
            first.staleBefore()));
    return first;
  }

  private void keep(Ability ability) {
    store.change(tx ->
        tx.update(
            "update outbox_ability set able_at = ?, stale_before = ?",
            ability.ableAt(),
            ability.staleBefore()));
    keptAt = ability.ableAt();
  }
}

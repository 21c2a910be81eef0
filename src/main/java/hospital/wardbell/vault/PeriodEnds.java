package hospital.wardbell.vault;

import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Ends periods: once a period is over and all that its KEKs wrapped has been erased, they are
/// destroyed, and with them every copy of what they wrapped, in backups too. One thread at a time.
///
/// Whether anything is wrapped is looked at on the writer's thread, where new data keys are made.
/// In the same change the keys are retired, so that none is wrapped by them after it; they are
/// destroyed once it is committed. Broken off in between, it is done again.
public final class PeriodEnds {
  private static final Logger LOG = System.getLogger(PeriodEnds.class.getName());

  private final Store store;
  private final Keyring keyring;
  private final KeyListener listener;
  private final Supplier<Optional<String>> hindrance;
  private final InstantSource clock;

  /// @param hindrance why the keys may wrap something that is not erased and that the database does
  ///   not know of, in words; asked when there is a period to end
  public PeriodEnds(
      Store store,
      Keyring keyring,
      KeyListener listener,
      Supplier<Optional<String>> hindrance,
      InstantSource clock) {
    this.store = store;
    this.keyring = keyring;
    this.listener = listener;
    this.hindrance = hindrance;
    this.clock = clock;
  }

  /// Ends those that can be ended.
  ///
  /// @return whether one has to wait
  /// @throws VaultFault of kind KEYRING if the keyring cannot be written; what is left is done
  ///   again
  public boolean look() {
    Instant now = clock.instant();
    List<Period> over =
        keyring.keks().periods().stream()
            .filter(period -> period.isOver(now))
            .filter(period -> store.read(sql -> isErased(sql, period)))
            .toList();
    if (over.isEmpty()) {
      return false;
    }
    Optional<String> why = hindrance.get();
    if (why.isPresent()) {
      LOG.log(Level.INFO, "the keys of periods that are over stay for now: {0}", why.get());
      return true;
    }
    long waiting = over.stream().filter(period -> !isEnded(period, now)).count();
    return waiting > 0;
  }

  /// Something was under its keys, and nothing that opens is.
  private boolean isErased(Sql sql, Period period) {
    List<Key> keys = keyring.keks().of(period);
    return keys.stream().anyMatch(key -> isNamed(sql, key))
        && keys.stream().noneMatch(key -> KekRotation.isWrapping(sql, key));
  }

  private static boolean isNamed(Sql sql, Key kek) {
    return !sql.list(
            "select id from dek where kek = ? fetch first 1 rows only",
            row -> row.id("id"),
            kek.id())
        .isEmpty();
  }

  private boolean isEnded(Period period, Instant now) {
    List<Key> gone = store.write(tx -> retired(tx, period, now));
    if (gone.isEmpty()) {
      return false;
    }
    keyring.steps().reached("period.told");
    keyring.keks().end(gone, now);
    keyring.steps().reached("period.destroyed");
    return true;
  }

  /// None if something was wrapped meanwhile, or its KEK is just being replaced.
  private List<Key> retired(Tx tx, Period period, Instant now) {
    if (!isErased(tx, period)) {
      return List.of();
    }
    keyring.steps().reached("period.looked");
    if (!keyring.keks().isRetired(period, now)) {
      return List.of();
    }
    keyring.steps().reached("period.retired");
    List<Key> keys = keyring.keks().of(period);
    keys.forEach(key -> listener.ended(tx, key.purpose(), key.id()));
    return keys;
  }
}

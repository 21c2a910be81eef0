package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Gives each period new KEKs while the service runs, and retires the old ones.
///
/// The new ones are in the keyring before anything is wrapped by them. Then the data keys are
/// wrapped anew, a few at a time; what they seal is not touched. An old KEK is retired once nothing
/// is wrapped by it: it stays for backups. A data key stays in its period, and so does the row of
/// one that was destroyed. Wherever that is broken off, the keyring and the rows say what is left
/// to do, and [#turn] goes on with it. A database that was restored may be wrapped by KEKs that
/// were retired; [#reinstate] has them replaced again.
final class KekRotation {
  private static final int BATCH = 50;

  private final Store store;
  private final Keyring keyring;
  private final KeyListener listener;
  private final InstantSource clock;
  private final Steps steps;

  KekRotation(
      Store store, Keyring keyring, KeyListener listener, InstantSource clock, Steps steps) {
    this.store = store;
    this.keyring = keyring;
    this.listener = listener;
    this.clock = clock;
    this.steps = steps;
  }

  /// Begins a rotation.
  ///
  /// @return false if one is under way, which then goes on
  boolean begin() {
    if (isUnderWay()) {
      return false;
    }
    steps.reached("kek.asked");
    Set<String> idle = idle();
    keyring.keks().renew(purpose -> !idle.contains(purpose));
    steps.reached("kek.made");
    return true;
  }

  /// What is over and wraps nothing: no other key ever will be needed for it.
  private Set<String> idle() {
    Instant now = clock.instant();
    return keyring.keks().periods().stream()
        .filter(period -> period.isOver(now))
        .filter(period ->
            keyring.keks().of(period).stream()
                .noneMatch(key -> store.read(sql -> isWrapping(sql, key))))
        .map(Period::purpose)
        .collect(Collectors.toSet());
  }

  boolean isUnderWay() {
    return !keyring.keks().superseded().isEmpty();
  }

  /// Those that were retired, and that data keys of this database are wrapped by, are at work
  /// again.
  void reinstate() {
    keyring.former().stream()
        .filter(key -> key.purpose().startsWith(Keys.KEK))
        .filter(key -> store.read(sql -> isWrapping(sql, key)))
        .forEach(key -> keyring.reinstate(key.id()));
  }

  static boolean isWrapping(Sql sql, Key kek) {
    return !sql.list(
            "select id from dek where kek = ? and wrapped is not null fetch first 1 rows only",
            row -> row.id("id"),
            kek.id())
        .isEmpty();
  }

  /// Does a little of what is left.
  ///
  /// @return whether more is left
  boolean turn() {
    List<Key> former = keyring.keks().superseded();
    if (former.isEmpty()) {
      return false;
    }
    Key next = former.getFirst();
    int under = store.write(tx -> rewrap(tx, next));
    steps.reached("kek.kept");
    if (under == 0) {
      steps.reached("kek.unused");
      keyring.retire(next.id());
      steps.reached("kek.retired");
    }
    return true;
  }

  /// How many were still under it. None: nothing will be any more, since changes run one after
  /// another and all new keys are wrapped by the new KEK.
  private int rewrap(Tx tx, Key former) {
    List<Under> batch =
        tx.list(
            "select id, wrapped from dek where kek = ? fetch first ? rows only",
            Under::of,
            former.id(),
            BATCH);
    for (Under key : batch) {
      Key kek = keyring.keks().current(former.purpose());
      tx.update(
          "update dek set kek = ?, wrapped = ? where id = ?",
          kek.id(),
          key.octets().map(wrapped -> wrapped.lend(octets -> anew(key.id(), octets, former, kek))),
          key.id());
    }
    if (batch.isEmpty()) {
      tell(tx, former);
    } else {
      steps.reached("kek.wrapped");
    }
    return batch.size();
  }

  private static byte[] anew(Id key, byte[] wrapped, Key former, Key kek) {
    byte[] octets =
        Wrapping.unwrap(former, key, wrapped)
            .orElseThrow(
                () -> new VaultFault(VaultFault.Kind.TAMPERED, "a data key does not open"));
    try {
      return Wrapping.wrap(kek, key, octets);
    } finally {
      Wipe.all(octets);
    }
  }

  private void tell(Tx tx, Key former) {
    if (former.isEnding()) {
      listener.destroyed(tx, former.purpose(), former.id());
    } else {
      listener.retired(tx, former.purpose(), former.id());
    }
  }

  /// A row of `dek`.
  ///
  /// @param octets none if the key was destroyed
  private record Under(Id id, Optional<Secret> octets) {
    static Under of(Row row) {
      return new Under(row.id("id"), row.maybeBytes("wrapped").map(Secret::copyOf));
    }
  }
}

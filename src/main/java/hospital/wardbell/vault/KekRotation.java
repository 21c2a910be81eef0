package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.util.List;

/// Gives each subject a new KEK while the service runs, and destroys the old ones.
///
/// The new ones are in the keyring before anything is wrapped by them. Then the data keys are
/// wrapped anew, a few at a time; what they seal is not touched. An old KEK is retired once nothing
/// is wrapped by it: it stays for backups. Wherever that is broken off, the keyring and the rows
/// say what is left to do, and [#turn] goes on with it. A database that was restored may be wrapped
/// by KEKs that were retired; [#reinstate] has them replaced again.
final class KekRotation {
  private static final int BATCH = 50;

  private final Store store;
  private final Keyring keyring;
  private final KeyListener listener;
  private final Steps steps;

  KekRotation(Store store, Keyring keyring, KeyListener listener, Steps steps) {
    this.store = store;
    this.keyring = keyring;
    this.listener = listener;
    this.steps = steps;
  }

  /// Begins a rotation.
  ///
  /// @return false if one is under way, which then goes on
  boolean begin() {
    if (!keyring.formerKeks().isEmpty()) {
      return false;
    }
    steps.reached("kek.asked");
    keyring.renewKeks();
    steps.reached("kek.made");
    return true;
  }

  boolean isUnderWay() {
    return !keyring.formerKeks().isEmpty();
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
    List<Key> former = keyring.formerKeks();
    if (former.isEmpty()) {
      return false;
    }
    Key next = former.getFirst();
    int wrapped = store.write(tx -> rewrap(tx, next));
    steps.reached("kek.kept");
    if (wrapped == 0) {
      steps.reached("kek.unused");
      keyring.retire(next.id());
      steps.reached("kek.retired");
    }
    return true;
  }

  /// How many were still wrapped by it. None: nothing will be any more, since changes run one after
  /// another and all new keys are wrapped by the new KEK.
  private int rewrap(Tx tx, Key former) {
    List<Wrapped> batch =
        tx.list(
            """
            select id, subject, wrapped from dek where kek = ? and wrapped is not null
            fetch first ? rows only\
            """,
            Wrapped::of,
            former.id(),
            BATCH);
    for (Wrapped key : batch) {
      Key kek = keyring.wrapping(key.subject());
      byte[] octets =
          key.octets()
              .lend(wrapped -> Wrapping.unwrap(former, key.id(), wrapped))
              .orElseThrow(
                  () -> new VaultFault(VaultFault.Kind.TAMPERED, "a data key does not open"));
      tx.update(
          "update dek set kek = ?, wrapped = ? where id = ?",
          kek.id(),
          Wrapping.wrap(kek, key.id(), octets),
          key.id());
      Wipe.all(octets);
    }
    if (batch.isEmpty()) {
      tell(tx, former);
    } else {
      steps.reached("kek.wrapped");
    }
    return batch.size();
  }

  private void tell(Tx tx, Key former) {
    if (former.isEnding()) {
      listener.destroyed(tx, former.purpose(), former.id());
    } else {
      listener.retired(tx, former.purpose(), former.id());
    }
  }

  /// A row of `dek`.
  private record Wrapped(Id id, Vault.Subject subject, Secret octets) {
    static Wrapped of(Row row) {
      return new Wrapped(
          row.id("id"),
          row.constant("subject", Vault.Subject.class),
          Secret.copyOf(row.bytes("wrapped")));
    }
  }
}

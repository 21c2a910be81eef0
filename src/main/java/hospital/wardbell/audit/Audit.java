package hospital.wardbell.audit;

import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.InstantSource;

/// The audit log of one home. Any thread.
public final class Audit {
  public Audit(Store store, InstantSource clock) {
    throw new IllegalStateException("not built");
  }

  /// Appends `entry` in the act's own transaction.
  public void record(Tx tx, Entry entry) {
    throw new IllegalStateException("not built");
  }

  /// Appends `entry` in a transaction of its own and returns when it is durable.
  public void record(Entry entry) {
    throw new IllegalStateException("not built");
  }

  /// Reads the whole chain and checks every hash and number.
  ///
  /// @return how many entries there are
  /// @throws AuditFault if an entry was changed, removed or slipped in; names the first such leaf
  public long verify() {
    throw new IllegalStateException("not built");
  }
}

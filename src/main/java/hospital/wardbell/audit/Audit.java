package hospital.wardbell.audit;

import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The audit log of one home, where it grows. Any thread.
///
/// The next entry's number is kept in memory by the writer thread, which alone appends. An undone
/// change forgets it, and the next entry looks it up: a rollback in the middle of a group, or a
/// commit of which nobody knows whether it was kept, cannot leave a gap or a double.
public final class Audit {
  private static final long FORGOTTEN = -1;

  private final Store store;
  private final InstantSource clock;
  private final AtomicLong committed = new AtomicLong();
  private long next = FORGOTTEN; // writer thread only
  private volatile ClockStatus clockStatus = ClockStatus.UNKNOWN;

  public Audit(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// From now on entries say this of the clock.
  public void clockIs(ClockStatus status) {
    clockStatus = status;
  }

  /// Appends `entry` in the act's own transaction.
  public void record(Tx tx, Entry entry) {
    long leaf = next == FORGOTTEN ? firstFree(tx) : next;
    tx.onRollback(() -> next = FORGOTTEN);
    tx.update(
        "insert into audit_entry (leaf, entry, actor, about) values (?, ?, ?, ?)",
        leaf,
        Canonical.of(leaf, clock.instant(), clockStatus, entry),
        entry.actor().label(),
        entry.about().orElse(""));
    next = leaf + 1;
    tx.afterCommit(committed::incrementAndGet);
  }

  /// Appends `entry` in a transaction of its own and returns when it is durable.
  public void record(Entry entry) {
    store.change(tx -> record(tx, entry));
  }

  /// The next entries, from `leaf` on, so many at most.
  public List<Recorded> from(Sql sql, long leaf, int most) {
    return EntryTable.from(sql, leaf, most).stream().map(Recorded::of).toList();
  }

  /// How many entries there are.
  public long size(Sql sql) {
    return EntryTable.end(sql);
  }

  /// How many entries this object has appended; another number each time there is something new.
  long committed() {
    return committed.get();
  }

  /// The number behind the last entry. Numbers that were signed are not given again, though their
  /// entries be gone: what was cut off must go on showing.
  private static long firstFree(Sql sql) {
    return Math.max(
        sql.number("select max(leaf) + 1 from audit_entry"),
        sql.number("select max(entries) from audit_checkpoint"));
  }
}

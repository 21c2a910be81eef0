package hospital.wardbell.audit;

import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The audit log of one home. Any thread.
///
/// Where the chain stands is kept in memory by the writer thread, which alone appends. An undone
/// change forgets it, and the next entry reads it from the table: a rollback in the middle of a
/// group, or a commit of which nobody knows whether it was kept, cannot leave a gap or a double.
public final class Audit {
  private static final int PAGE = 500;

  private final Store store;
  private final InstantSource clock;
  private final Canonical canonical = new Canonical();
  private Optional<Chain> head = Optional.empty(); // writer thread only

  public Audit(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Appends `entry` in the act's own transaction.
  public void record(Tx tx, Entry entry) {
    Chain before = head.orElseGet(() -> lastOf(tx));
    tx.onRollback(() -> head = Optional.empty());
    String text = canonical.of(before.entries(), clock.instant(), entry);
    byte[] leafHash = Chain.leafHash(text);
    Chain after = before.plus(leafHash);
    tx.update(
        "insert into audit_entry (leaf, entry, leaf_hash, chain_hash) values (?, ?, ?, ?)",
        before.entries(),
        text,
        leafHash,
        after.hash());
    head = Optional.of(after);
  }

  /// Appends `entry` in a transaction of its own and returns when it is durable.
  public void record(Entry entry) {
    store.change(tx -> record(tx, entry));
  }

  /// The next entries, from `leaf` on, so many at most.
  public List<Recorded> from(Sql sql, long leaf, int most) {
    return sql.list(
        "select leaf, entry from audit_entry where leaf >= ? order by leaf"
            + " fetch first %d rows only".formatted(most),
        row -> Recorded.of(row.number("leaf"), row.text("entry")),
        leaf);
  }

  /// How many entries there are.
  public long size(Sql sql) {
    return sql.number("select max(leaf) + 1 from audit_entry");
  }

  private static Chain lastOf(Sql sql) {
    return sql.one(
            "select leaf, chain_hash from audit_entry order by leaf desc fetch first 1 rows only",
            row -> Chain.after(row.number("leaf") + 1, row.bytes("chain_hash")))
        .orElseGet(Chain::empty);
  }

  /// Reads the whole chain and checks every hash and number.
  ///
  /// That the newest entries were cut off does not show here; it shows against a chain hash that
  /// was written down elsewhere.
  ///
  /// @return how many entries there are
  /// @throws AuditFault if an entry was changed, removed or slipped in; names the first such leaf
  public long verify() {
    Chain chain = Chain.empty();
    while (true) {
      Chain before = chain;
      chain = store.read(sql -> page(sql, before));
      if (chain.entries() == before.entries()) {
        return chain.entries();
      }
    }
  }

  /// Where the chain stands after up to [#PAGE] entries more, each of them checked.
  private static Chain page(Sql sql, Chain before) {
    Walk walk = new Walk(before);
    List<Long> _ =
        sql.list(
            """
            select leaf, entry, leaf_hash, chain_hash from audit_entry
            where leaf >= ? order by leaf fetch first ? rows only\
            """,
            walk::step,
            before.entries(),
            PAGE);
    return walk.chain();
  }
}

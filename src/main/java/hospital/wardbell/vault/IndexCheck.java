package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Loop;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.StoreFault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Checks after each start and once a day that what is found blind is found: an index column is in
/// the clear for whoever has the database's key, and one octet changed there would have an opt-out
/// overlooked. The cell that it is made of is sealed, and so is believed.
///
/// A column that is not its cell's is written anew.
public final class IndexCheck implements AutoCloseable {
  /// Rows in one look, and in one change.
  public static final int PAGE = 50;

  private static final Logger LOG = System.getLogger(IndexCheck.class.getName());
  private static final Duration BREATH = Duration.ofMillis(4);
  private static final Duration DAILY = Duration.ofDays(1);
  private static final Id BEGINNING = Id.of(new byte[16]);

  private final Store store;
  private final Vault vault;
  private final IndexListener listener;
  private final List<Indexed> all;
  private Optional<Loop> loop = Optional.empty();
  private int at; // the loop's own thread only, as what follows
  private Id upto = BEGINNING;

  public IndexCheck(Store store, Vault vault, IndexListener listener, List<Indexed> all) {
    this.store = store;
    this.vault = vault;
    this.listener = listener;
    this.all = List.copyOf(all);
  }

  /// Starts the loop; called once.
  public void start() {
    loop = Optional.of(Loop.start("index-check", this::turn));
  }

  /// What a row says, and what of it must be.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Seen(Id id, boolean opens, boolean fits, byte[] due) {}

  private Duration turn() {
    if (at == all.size()) {
      at = 0;
      return DAILY;
    }
    Optional<Id> last = look(all.get(at), upto, new AtomicInteger());
    upto = last.orElse(BEGINNING);
    at += last.isEmpty() ? 1 : 0;
    return BREATH;
  }

  /// Looks at all there are, one page after another.
  ///
  /// @return how many rows were not found by what they are
  public int run() {
    AtomicInteger found = new AtomicInteger();
    for (Indexed indexed : all) {
      Optional<Id> last = Optional.of(BEGINNING);
      while (last.isPresent()) {
        last = look(indexed, last.get(), found);
      }
    }
    return found.get();
  }

  /// Looks at one page.
  ///
  /// @return its last row; none if there are no more
  private Optional<Id> look(Indexed indexed, Id after, AtomicInteger found) {
    List<Seen> page = store.read(sql -> page(sql, indexed, after));
    for (Seen seen : page) {
      if (!seen.fits()) {
        found.incrementAndGet();
        settle(indexed, seen);
      }
    }
    return page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().id());
  }

  private List<Seen> page(Sql sql, Indexed indexed, Id after) {
    return sql.list(indexed.rows(), row -> seen(sql, indexed, row), after);
  }

  private Seen seen(Sql sql, Indexed indexed, Row row) {
    Id id = row.id("id");
    try {
      String text =
          vault.openText(sql, row.id("dek"), new Cell(indexed.cell(), id), row.bytes("cell"));
      Blind due = vault.blind(indexed.index(), text);
      byte[] there = row.bytes("blind");
      boolean fits = Arrays.equals(due.kept(), there) || isFormer(due, there);
      return new Seen(id, true, fits, due.kept());
    } catch (VaultFault e) {
      return new Seen(id, false, e.kind() == VaultFault.Kind.SHREDDED, new byte[0]);
    }
  }

  /// While the index key is changed, rows are under the former too.
  private static boolean isFormer(Blind due, byte[] there) {
    return due.former().stream().anyMatch(former -> Arrays.equals(former, there));
  }

  private void settle(Indexed indexed, Seen seen) {
    LOG.log(Level.ERROR, "table {0}, row {1}: found by what it is not", indexed.table(), seen.id());
    if (!seen.opens() || !isMended(indexed, seen)) {
      store.change(tx -> listener.unsound(tx, indexed.table(), seen.id()));
    }
  }

  private boolean isMended(Indexed indexed, Seen seen) {
    try {
      store.change(tx -> {
        tx.update(indexed.mend(), seen.due(), seen.id());
        listener.mended(tx, indexed.table(), seen.id());
      });
      return true;
    } catch (StoreFault e) {
      if (e.kind() == StoreFault.Kind.BROKEN) {
        return false; // another row has it, and there may be one only
      }
      throw e;
    }
  }

  @Override
  public void close() {
    loop.ifPresent(Loop::close);
  }
}

package hospital.wardbell.audit;

import hospital.wardbell.audit.Proof.Consistency;
import hospital.wardbell.audit.Proof.Inclusion;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What may be asked of the log: its entries, tiles, checkpoints and proofs. Any thread.
///
/// Who asks is recorded by the caller, before the answer goes out.
public final class Evidence {
  private final Store store;
  private final Supplier<NoteKey> key;

  /// @param key by which its checkpoints are checked; first asked for when it is needed
  public Evidence(Store store, Supplier<NoteKey> key) {
    this.store = store;
    this.key = key;
  }

  /// The key by which checkpoints are checked.
  public NoteKey key() {
    return key.get();
  }

  /// The newest checkpoint, signed; empty until the first is made.
  public Optional<String> newest() {
    return store.read(TreeTable::newest).map(Signed::note);
  }

  /// The checkpoints that are kept, oldest first.
  public List<String> checkpoints() {
    return store.read(sql -> TreeTable.before(sql, Long.MAX_VALUE)).stream()
        .map(Signed::note)
        .toList();
  }

  /// The number behind the last entry.
  public long end() {
    return store.read(EntryTable::end);
  }

  /// The canonical texts of up to `most` entries from number `from` on.
  public List<String> entries(long from, int most) {
    return store.read(sql -> EntryTable.from(sql, from, most)).stream().map(Line::text).toList();
  }

  /// Some entries of one act, and where to go on.
  ///
  /// @param next the number behind the last entry that was gone through
  public record Skimmed(List<Recorded> entries, long next) {
    public Skimmed {
      entries = List.copyOf(entries);
    }
  }

  /// Goes through up to `most` entries from number `from` on, and reads those of one act by actors
  /// whose label begins with `by`. Made for a million: what is not wanted is not parsed.
  public Skimmed skim(String act, String by, long from, int most) {
    List<Line> lines = store.read(sql -> EntryTable.from(sql, from, most));
    String wanted = "\"act\":\"" + act + "\"";
    List<Recorded> read =
        lines.stream()
            .filter(line -> line.actor().startsWith(by) && line.text().contains(wanted))
            .map(Recorded::of)
            .filter(entry -> entry.act().equals(act) && entry.actor().startsWith(by))
            .toList();
    return new Skimmed(read, lines.isEmpty() ? from : lines.getLast().leaf() + 1);
  }

  /// Up to fifty entries, newest first.
  public Recorded.Page find(Search search) {
    return store.read(sql -> new Finder(sql, search).find());
  }

  /// The hashes of a tile, one after another.
  public Optional<byte[]> tile(int height, long place) {
    return store.read(sql -> TreeTable.tile(sql, height, place)).map(Tile::hashes);
  }

  /// The first entry that was not recorded before `time`, found by halving; where the clock was put
  /// back it is one of several.
  public long firstSince(Instant time) {
    return store.read(sql -> {
      long low = 0;
      long high = EntryTable.end(sql);
      while (low < high) {
        long middle = low + (high - low) / 2;
        List<Line> there = EntryTable.from(sql, middle, 1);
        if (there.isEmpty() || !Line.at(there.getFirst().text()).isBefore(time)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    });
  }

  /// That entry `leaf` is in the tree of the newest checkpoint; empty if that does not cover it.
  ///
  /// @throws AuditFault if the tree cannot be read, or the entry is gone
  public Optional<Inclusion> inclusion(long leaf) {
    return store.read(sql ->
        TreeTable.newest(sql)
            .filter(signed -> leaf >= 0 && leaf < signed.entries())
            .map(signed -> inclusion(sql, leaf, signed)));
  }

  private static Inclusion inclusion(Sql sql, long leaf, Signed signed) {
    List<Line> there = EntryTable.from(sql, leaf, 1);
    if (there.isEmpty() || there.getFirst().leaf() != leaf) {
      throw new AuditFault(leaf, new Finding(Finding.Kind.ENTRY_MISSING, leaf).words());
    }
    return new Inclusion(
        leaf, there.getFirst().text(), signed.note(), tree(sql, signed.entries()).inclusion(leaf));
  }

  /// That the newest checkpoint's tree begins with the tree of `old` entries; empty if that is
  /// larger.
  ///
  /// @throws AuditFault if the tree cannot be read
  public Optional<Consistency> consistency(long old) {
    return store.read(sql ->
        TreeTable.newest(sql)
            .filter(signed -> old > 0 && old <= signed.entries())
            .map(signed ->
                new Consistency(old, signed.note(), tree(sql, signed.entries()).consistency(old))));
  }

  /// What contradicts the log, of checkpoints that were kept elsewhere.
  public List<Finding> contradicted(List<String> witnessed) {
    return store.read(sql -> {
      long entries = TreeTable.newest(sql).map(Signed::entries).orElse(0L);
      Witnessed judge =
          new Witnessed((height, place) -> tile(sql, height, place), entries, key.get());
      return witnessed.stream().flatMap(note -> judge.finding(note).stream()).distinct().toList();
    });
  }

  private static Tree tree(Sql sql, long entries) {
    return new Tree((height, place) -> tile(sql, height, place), entries);
  }

  private static Tile tile(Sql sql, int height, long place) {
    return TreeTable.tile(sql, height, place)
        .orElseThrow(() ->
            new AuditFault(
                place * Tile.FULL,
                "A part of the record's tree is missing. See which: wardbell audit verify"));
  }
}

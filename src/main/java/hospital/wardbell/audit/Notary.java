package hospital.wardbell.audit;

import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes the tree of what was appended and signs its root, twice a second where there is something
/// new. One thread.
///
/// It never signs what contradicts an earlier checkpoint: if the kept tree does not lead to the
/// newest one, it signs no more, and entries are kept without.
final class Notary {
  /// How long an entry waits for its checkpoint at most, and a moment for making it.
  static final Duration REST = Duration.ofMillis(500);

  /// How far apart the checkpoints are that are kept for good.
  private static final Duration KEPT_EVERY = Duration.ofHours(1);

  // Tiles of 8 kB: few enough for a change of milliseconds.
  private static final int ENTRIES_AT_ONCE = 4_096;

  /// The tree as far as it is signed.
  ///
  /// @param newest the newest checkpoint, for which a newer one is put in its place
  private record Standing(Edge edge, Optional<Long> newest) {}

  private record Loaded(Optional<Signed> newest, List<Tile> edge, long tiles, long end) {}

  private final Store store;
  private final Audit audit;
  private final NoteSigner signer;
  private final InstantSource clock;
  private final Hasher hasher = new Hasher();
  private Optional<Standing> standing = Optional.empty();
  private Optional<Finding> broken = Optional.empty();
  private long seen = -1;
  private Instant keptAt = Instant.MIN;

  Notary(Store store, Audit audit, NoteSigner signer, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.signer = signer;
    this.clock = clock;
  }

  /// What is wrong with the log by the look of its newest checkpoint.
  Optional<Finding> broken() {
    return broken;
  }

  /// @return how long it may rest
  Duration turn() {
    if (standing.isEmpty()) {
      if (broken.filter(f -> f.kind() != Finding.Kind.ENTRY_MISSING).isPresent()) {
        return REST;
      }
      load();
      return Duration.ZERO;
    }
    long now = audit.committed();
    if (now == seen) {
      return REST;
    }
    boolean all = grow(standing.get());
    if (all) {
      seen = now;
    }
    return all ? REST : Duration.ZERO;
  }

  /// Looks whether the newest checkpoint is of this tree; a few rows, however long the log is.
  private void load() {
    Loaded loaded = store.write(Notary::read);
    if (loaded.newest().isEmpty()) {
      if (loaded.tiles() > 0) {
        broken = Optional.of(new Finding(Finding.Kind.CHECKPOINT_MISSING, 0));
      } else {
        standing = Optional.of(new Standing(new Edge(), Optional.empty()));
      }
      return;
    }
    long entries = loaded.newest().get().entries();
    Optional<byte[]> signed = root(loaded.newest().get());
    Optional<Edge> edge = edge(entries, loaded.edge());
    if (signed.isEmpty()) {
      broken = Optional.of(new Finding(Finding.Kind.CHECKPOINT_CHANGED, entries));
    } else if (edge.filter(e -> Arrays.equals(e.root(), signed.get())).isEmpty()) {
      broken = Optional.of(new Finding(Finding.Kind.CHECKPOINT_CONTRADICTED, entries));
    } else {
      if (loaded.end() < entries) {
        broken = Optional.of(new Finding(Finding.Kind.ENTRY_MISSING, loaded.end()));
      }
      standing = Optional.of(new Standing(edge.get(), Optional.empty()));
    }
  }

  private static Loaded read(Sql sql) {
    Optional<Signed> newest = TreeTable.newest(sql);
    return new Loaded(
        newest,
        newest.map(signed -> TreeTable.edge(sql, signed.entries())).orElse(List.of()),
        newest.isPresent() ? 1 : TreeTable.tiles(sql),
        EntryTable.end(sql));
  }

  private Optional<byte[]> root(Signed newest) {
    return signer
        .verifier()
        .checkpoint(newest.note())
        .filter(checkpoint -> checkpoint.entries() == newest.entries())
        .map(Checkpoint::root);
  }

  private static Optional<Edge> edge(long entries, List<Tile> partial) {
    try {
      return Optional.of(Edge.of(entries, partial));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// @return whether there was nothing more
  private boolean grow(Standing from) {
    Edge edge = from.edge();
    long begun = edge.entries();
    List<Line> lines = store.read(sql -> EntryTable.from(sql, begun, ENTRIES_AT_ONCE));
    if (lines.isEmpty()) {
      return true;
    }
    // Until it is committed the edge is ahead of the table, and must be read again if it is not.
    standing = Optional.empty();
    List<Tile> changed = new ArrayList<>();
    for (Line line : lines) {
      while (edge.entries() < line.leaf()) { // it is gone already, and stands in the tree so
        edge.add(hasher.leaf(Canonical.MISSING), (tile, root) -> filled(changed, tile, root));
      }
      edge.add(hasher.leaf(line.text()), (tile, root) -> filled(changed, tile, root));
    }
    changed.addAll(edge.partial());
    Signed signed = new Signed(edge.entries(), signer.checkpoint(edge.entries(), edge.root()));
    Instant now = clock.instant();
    boolean replaces = now.isBefore(keptAt.plus(KEPT_EVERY)) && !now.isBefore(keptAt);
    store.change(tx -> keep(tx, changed, signed, replaces ? from.newest() : Optional.empty()));
    if (!replaces) {
      keptAt = now;
    }
    standing = Optional.of(new Standing(edge, Optional.of(signed.entries())));
    return lines.size() < ENTRIES_AT_ONCE;
  }

  private static byte[] filled(List<Tile> changed, Tile tile, byte[] root) {
    changed.add(tile);
    return root;
  }

  private static void keep(Tx tx, List<Tile> tiles, Signed signed, Optional<Long> replaced) {
    tiles.forEach(tile -> TreeTable.put(tx, tile));
    TreeTable.put(tx, signed);
    replaced.ifPresent(entries -> TreeTable.remove(tx, entries));
  }
}

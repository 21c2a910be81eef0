package hospital.wardbell.audit;

import hospital.wardbell.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// Reads a whole log and checks it: every entry against the tree, every hash of the tree, every
/// checkpoint's signature and root, and what was witnessed. One use, one thread.
final class Check {
  private final LogSource log;
  private final NoteKey key;
  private final LongConsumer progress;
  private final Findings findings = new Findings();
  private final StoredTiles stored;
  private final Edge edge = new Edge();
  private final Hasher hasher = new Hasher();
  private final LogSource.Range range;
  private final TreeMap<Long, byte[]> roots = new TreeMap<>();
  private final List<Long> unlike = new ArrayList<>();
  private final List<Long> disagreeing = new ArrayList<>();
  private Optional<Tile> known = Optional.empty();
  private long size;
  private long looked;
  private long behind;

  /// @param progress told how many entries have been looked at, now and then
  Check(LogSource log, NoteKey key, LongConsumer progress) {
    this.log = log;
    this.key = key;
    this.progress = progress;
    this.stored = new StoredTiles(log, findings);
    this.range = log.range();
  }

  /// @param witnessed checkpoints that were kept elsewhere
  Report run(List<String> witnessed) {
    readCheckpoints();
    behind = size;
    log.entries(this::step);
    passUntil(size);
    stored.edge(edge, Optional.ofNullable(roots.get(size)));
    settleDisagreeing();
    settleRoots();
    long tiles = 0;
    for (int height = 0; height < Tile.heights(size); height++) {
      tiles += Tile.count(size, height);
    }
    if (log.tiles() > tiles) {
      findings.add(Kind.TILE_SLIPPED_IN, size);
    }
    if (!witnessed.isEmpty()) {
      Witnessed judge = new Witnessed(this::tile, size, key);
      witnessed.stream()
          .flatMap(note -> judge.finding(note).stream())
          .forEach(finding -> findings.add(finding.kind(), finding.leaf()));
    }
    progress.accept(looked);
    return new Report(looked, size, roots.size(), findings.first(), findings.count());
  }

  private void readCheckpoints() {
    Optional<Signed> newest = log.newest();
    if (newest.isEmpty() && log.tiles() > 0) {
      findings.add(Kind.CHECKPOINT_MISSING, 0);
    }
    log.older().forEach(this::readCheckpoint);
    newest.ifPresent(signed -> size = readCheckpoint(signed));
  }

  /// How many entries it is of, as it says or, if it is not to be believed, as the log says.
  private long readCheckpoint(Signed signed) {
    Optional<Checkpoint> read = key.checkpoint(signed.note());
    read.ifPresent(checkpoint -> roots.put(checkpoint.entries(), checkpoint.root()));
    if (read.filter(checkpoint -> checkpoint.entries() == signed.entries()).isEmpty()) {
      findings.add(Kind.CHECKPOINT_CHANGED, signed.entries());
    }
    return read.map(Checkpoint::entries).orElse(signed.entries());
  }

  private void step(Line line) {
    looked++;
    if (looked % 1_000 == 0) {
      progress.accept(looked);
    }
    long leaf = line.leaf();
    if (leaf >= size) {
      passUntil(size);
      unsigned(line);
      return;
    }
    passUntil(leaf);
    if (leaf < edge.entries()) {
      findings.add(Kind.ENTRY_SLIPPED_IN, leaf);
      return;
    }
    if (!line.agrees()) {
      disagreeing.add(leaf);
    }
    add(hasher.leaf(line.text()));
  }

  /// Entries that no checkpoint covers yet: nothing is known of them but their order.
  private void unsigned(Line line) {
    if (line.leaf() > behind) {
      findings.add(Kind.ENTRY_MISSING, behind);
    }
    behind = line.leaf() + 1;
    if (!line.agrees()) {
      findings.add(Kind.INDEX_CHANGED, line.leaf());
    }
  }

  /// Passes over entries that are not there: the tree goes on with the hashes that are kept.
  private void passUntil(long leaf) {
    while (edge.entries() < leaf) {
      long gone = edge.entries();
      if (range.has(gone)) {
        findings.add(Kind.ENTRY_MISSING, gone);
      }
      add(kept(gone));
    }
  }

  private byte[] kept(long leaf) {
    long place = leaf / Tile.FULL;
    int slot = (int) (leaf % Tile.FULL);
    if (known.filter(tile -> tile.place() == place).isEmpty()) {
      known = log.tile(0, place);
    }
    return known
        .filter(tile -> slot < tile.width())
        .map(tile -> tile.hash(slot))
        .orElseGet(() -> hasher.leaf(Canonical.MISSING));
  }

  private void add(byte[] leafHash) {
    edge.add(leafHash, stored);
    long entries = edge.entries();
    if (entries % Tile.FULL == 0) {
      settleDisagreeing();
    }
    byte[] root = roots.get(entries);
    if (root != null && entries < size && !Arrays.equals(root, edge.root())) {
      unlike.add(entries);
    }
  }

  /// A changed text is told already; what is left is a text that is right and listed wrongly.
  private void settleDisagreeing() {
    disagreeing.stream()
        .filter(leaf -> !findings.has(Kind.ENTRY_CHANGED, leaf))
        .forEach(leaf -> findings.add(Kind.INDEX_CHANGED, leaf));
    disagreeing.clear();
  }

  /// An older checkpoint may fit the tiles where it does not fit an entry, which is told already.
  private void settleRoots() {
    for (long entries : unlike) {
      if (!Arrays.equals(roots.get(entries), rootOfTiles(entries))) {
        findings.add(Kind.CHECKPOINT_CONTRADICTED, entries);
      }
    }
  }

  private byte[] rootOfTiles(long entries) {
    try {
      return new Tree(this::tile, entries).root();
    } catch (AuditFault _) {
      return new byte[0]; // like no root at all
    }
  }

  private Tile tile(int height, long place) {
    return log.tile(height, place).orElseThrow(() -> new AuditFault(place, "A tile is missing."));
  }
}

package hospital.wardbell.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Compares the tiles that are kept with those that the entries make, and judges which of the two
/// was changed: the one that does not lead to the hash above, which is also kept. One thread.
final class StoredTiles implements Edge.Filled {
  private final LogSource log;
  private final Findings findings;
  private final Hasher hasher = new Hasher();
  private Optional<Tile> parent = Optional.empty();
  private int parentHeight = -1;
  private long parentPlace = -1;

  StoredTiles(LogSource log, Findings findings) {
    this.log = log;
    this.findings = findings;
  }

  @Override
  public byte[] root(Tile made, byte[] computed) {
    Optional<Tile> kept = log.tile(made.height(), made.place());
    if (kept.isEmpty()) {
      findings.add(Finding.Kind.TILE_MISSING, firstLeaf(made, 0));
      return computed;
    }
    if (kept.get().equals(made)) {
      return computed;
    }
    return judged(made, computed, kept.get());
  }

  private byte[] judged(Tile made, byte[] computed, Tile kept) {
    Optional<byte[]> above = above(made);
    boolean madeLeads = above.filter(hash -> Arrays.equals(hash, computed)).isPresent();
    if (madeLeads || kept.width() != Tile.FULL) {
      findings.add(Finding.Kind.TILE_CHANGED, firstLeaf(made, differing(made, kept)));
      return computed;
    }
    blame(made, kept);
    byte[] its = hasher.perfect(kept.hashes(), 0, Tile.FULL);
    if (above.filter(hash -> Arrays.equals(hash, its)).isEmpty()) {
      findings.add(Finding.Kind.TILE_CHANGED, firstLeaf(made, differing(made, kept)));
    }
    return above.orElse(its);
  }

  /// The kept tile is right, so what was made into this one is not.
  private void blame(Tile made, Tile kept) {
    for (int slot = 0; slot < made.width(); slot++) {
      if (slot >= kept.width() || !Arrays.equals(made.hash(slot), kept.hash(slot))) {
        Finding.Kind kind =
            made.height() == 0 ? Finding.Kind.ENTRY_CHANGED : Finding.Kind.TILE_CHANGED;
        findings.add(kind, firstLeaf(made, slot));
      }
    }
  }

  /// The kept hash over the whole tile.
  private Optional<byte[]> above(Tile made) {
    int height = made.height() + 1;
    long place = made.place() / Tile.FULL;
    if (height != parentHeight || place != parentPlace) {
      parent = log.tile(height, place);
      parentHeight = height;
      parentPlace = place;
    }
    int slot = (int) (made.place() % Tile.FULL);
    return parent.filter(tile -> slot < tile.width()).map(tile -> tile.hash(slot));
  }

  /// Settles the tiles that are not full.
  ///
  /// @param signed the root that was signed for a tree of just these entries, if that is known
  void edge(Edge made, Optional<byte[]> signed) {
    List<Tile> partial = made.partial();
    List<Tile> kept =
        partial.stream().flatMap(t -> log.tile(t.height(), t.place()).stream()).toList();
    boolean madeLeads = signed.filter(root -> Arrays.equals(root, made.root())).isPresent();
    boolean keptLeads =
        signed.filter(root -> Arrays.equals(root, root(made.entries(), kept))).isPresent();
    for (Tile tile : partial) {
      Optional<Tile> its = kept.stream().filter(k -> k.height() == tile.height()).findFirst();
      if (its.isEmpty()) {
        findings.add(Finding.Kind.TILE_MISSING, firstLeaf(tile, 0));
      } else if (!its.get().equals(tile)) {
        settle(tile, its.get(), madeLeads, keptLeads);
      }
    }
    if (signed.isPresent() && !madeLeads && !keptLeads) {
      findings.add(Finding.Kind.CHECKPOINT_CONTRADICTED, made.entries());
    }
  }

  private void settle(Tile made, Tile kept, boolean madeLeads, boolean keptLeads) {
    if (!madeLeads) {
      blame(made, kept);
    }
    if (madeLeads || !keptLeads) {
      findings.add(Finding.Kind.TILE_CHANGED, firstLeaf(made, differing(made, kept)));
    }
  }

  private static byte[] root(long entries, List<Tile> partial) {
    try {
      return Edge.of(entries, partial).root();
    } catch (IllegalArgumentException _) {
      return new byte[0]; // like no root at all
    }
  }

  private static int differing(Tile made, Tile kept) {
    int octet = Arrays.mismatch(made.hashes(), kept.hashes());
    return Math.min(octet / Hasher.OCTETS, made.width() - 1);
  }

  /// The number of the first entry under a slot of `tile`.
  private static long firstLeaf(Tile tile, int slot) {
    return (tile.place() * Tile.FULL + slot) << (tile.height() * Tile.LEVELS);
  }
}

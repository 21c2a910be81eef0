package hospital.wardbell.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A tree of a certain size, read from its tiles: its root, and the proofs that an entry is in it
/// and that it is the continuation of a smaller one. For one question; it keeps the tiles it read.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6962#section-2.1.1 RFC 6962 §2.1.1, §2.1.2
final class Tree {
  /// Where tiles come from.
  interface Tiles {
    /// @return the tile, perhaps wider than the tree in question has it
    /// @throws AuditFault if there is none
    Tile tile(int height, long place);
  }

  private record Place(int height, long place) {}

  private final Tiles tiles;
  private final long entries;
  private final Hasher hasher = new Hasher();
  private final Map<Place, Tile> read = new HashMap<>();

  Tree(Tiles tiles, long entries) {
    this.tiles = tiles;
    this.entries = entries;
  }

  byte[] root() {
    return entries == 0 ? hasher.empty() : over(0, entries);
  }

  /// The hashes that lead from the hash of entry `leaf` to the root, lowest first.
  List<byte[]> inclusion(long leaf) {
    if (leaf < 0 || leaf >= entries) {
      throw new IllegalArgumentException("the tree has no entry of that number");
    }
    List<byte[]> path = new ArrayList<>();
    include(leaf, 0, entries, path);
    return path;
  }

  private void include(long leaf, long from, long to, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (leaf < middle) {
      include(leaf, from, middle, path);
      path.add(over(middle, to));
    } else {
      include(leaf, middle, to, path);
      path.add(over(from, middle));
    }
  }

  /// The hashes that show that the first `old` entries are those of the tree of that size.
  List<byte[]> consistency(long old) {
    if (old < 0 || old > entries) {
      throw new IllegalArgumentException("the tree has never been of that size");
    }
    List<byte[]> path = new ArrayList<>();
    if (old > 0 && old < entries) {
      include(old, 0, entries, true, path);
    }
    return path;
  }

  private void include(long old, long from, long to, boolean known, List<byte[]> path) {
    if (old == to) {
      if (!known) {
        path.add(over(from, to));
      }
      return;
    }
    long middle = from + split(to - from);
    if (old <= middle) {
      include(old, from, middle, known, path);
      path.add(over(middle, to));
    } else {
      include(old, middle, to, false, path);
      path.add(over(from, middle));
    }
  }

  /// The root over the entries from `from` until `to`.
  private byte[] over(long from, long to) {
    long count = to - from;
    if (Long.bitCount(count) == 1) {
      return perfect(from, Long.numberOfTrailingZeros(count));
    }
    long middle = from + split(count);
    return hasher.node(over(from, middle), over(middle, to));
  }

  /// @param levels how high the tree over them is; `from` is a multiple of two to the power of it
  private byte[] perfect(long from, int levels) {
    int height = levels / Tile.LEVELS;
    long first = from >> (height * Tile.LEVELS);
    int count = 1 << (levels % Tile.LEVELS);
    Tile tile =
        read.computeIfAbsent(
            new Place(height, first / Tile.FULL), p -> tiles.tile(p.height(), p.place()));
    int slot = (int) (first % Tile.FULL);
    if (slot + count > tile.width()) {
      throw new AuditFault(from, "Audit " + tile + " is shorter than the tree.");
    }
    return hasher.perfect(tile.hashes(), slot, count);
  }

  /// The largest power of two that is less than `count`.
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }
}

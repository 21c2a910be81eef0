package hospital.wardbell.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The right edge of a growing tree: the last tile of each height, as far as it is filled. With it
/// alone entries can be added and the root be told. One thread at a time.
final class Edge {
  /// Hears of tiles that have become full.
  interface Filled {
    /// @param computed the root over `tile`
    /// @return the hash that stands for it one height above: `computed`, unless it is known better
    byte[] root(Tile tile, byte[] computed);
  }

  /// The last tile of one height.
  private static final class Row {
    private final byte[] hashes = new byte[Tile.FULL * Hasher.OCTETS];
    private long place;
    private int width;

    private byte[] filled() {
      return Arrays.copyOf(hashes, width * Hasher.OCTETS);
    }
  }

  private final Hasher hasher = new Hasher();
  private final List<Row> rows = new ArrayList<>();
  private long entries;

  /// The edge of a tree without entries.
  Edge() {}

  /// The edge of a tree of `entries`.
  ///
  /// @param partial the last tile of each height, none where all are full
  /// @throws IllegalArgumentException if they are not the tiles of a tree of that size
  static Edge of(long entries, List<Tile> partial) {
    Edge edge = new Edge();
    edge.entries = entries;
    int used = 0;
    for (int height = 0; height < Tile.heights(entries); height++) {
      Row row = edge.row(height);
      row.place = Tile.under(entries, height) / Tile.FULL;
      row.width = Tile.partialWidth(entries, height);
      if (row.width > 0) {
        Tile tile = used < partial.size() ? partial.get(used++) : null;
        if (tile == null || tile.height() != height || tile.width() != row.width) {
          throw new IllegalArgumentException("not the edge of a tree of that size");
        }
        System.arraycopy(tile.hashes(), 0, row.hashes, 0, tile.hashes().length);
      }
    }
    return edge;
  }

  /// How many entries the tree has.
  long entries() {
    return entries;
  }

  /// Adds the next entry's hash.
  ///
  /// @param filled hears of each tile that is full by it, lowest first
  void add(byte[] leafHash, Filled filled) {
    entries++;
    add(0, leafHash, filled);
  }

  private void add(int height, byte[] hash, Filled filled) {
    Row row = row(height);
    System.arraycopy(hash, 0, row.hashes, row.width * Hasher.OCTETS, Hasher.OCTETS);
    row.width++;
    if (row.width == Tile.FULL) {
      Tile tile = new Tile(height, row.place, row.filled());
      row.place++;
      row.width = 0;
      byte[] root = filled.root(tile, hasher.perfect(tile.hashes(), 0, Tile.FULL));
      add(height + 1, root, filled);
    }
  }

  private Row row(int height) {
    while (rows.size() <= height) {
      rows.add(new Row());
    }
    return rows.get(height);
  }

  /// The tiles that are not full, lowest first; a height whose tiles are all full has none.
  List<Tile> partial() {
    List<Tile> partial = new ArrayList<>();
    for (int height = 0; height < rows.size(); height++) {
      Row row = rows.get(height);
      if (row.width > 0) {
        partial.add(new Tile(height, row.place, row.filled()));
      }
    }
    return partial;
  }

  /// The root hash of the whole tree.
  byte[] root() {
    byte[] root = null;
    for (Row row : rows) {
      for (int bit = 0; bit < Tile.LEVELS; bit++) {
        int count = 1 << bit;
        if ((row.width & count) != 0) {
          int first = row.width & -(2 * count);
          root = joined(hasher.perfect(row.hashes, first, count), root);
        }
      }
    }
    return root != null ? root : hasher.empty();
  }

  private byte[] joined(byte[] left, byte @Nullable [] right) {
    return right == null ? left : hasher.node(left, right);
  }
}

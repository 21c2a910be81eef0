package hospital.wardbell.audit;

/// The names of an export's members.
///
/// @spec https://c2sp.org/tlog-tiles#merkle-tree C2SP tlog-tiles, Merkle Tree (paths of tiles)
final class ExportNames {
  static final String KEY = "key";
  static final String CHECKPOINT = "checkpoint";
  static final String OLDER = "checkpoints-before";
  static final String RANGE = "range";
  static final String ENTRIES = "entries.jsonl";
  static final String TILES = "tile/";

  private static final int GROUP = 1_000;

  private ExportNames() {}

  /// @param width how many hashes it has
  static String tile(int height, long place, int width) {
    StringBuilder path = new StringBuilder("%03d".formatted(place % GROUP));
    for (long rest = place / GROUP; rest > 0; rest /= GROUP) {
      path.insert(0, "x%03d/".formatted(rest % GROUP));
    }
    String full = TILES + height + "/" + path;
    return width == Tile.FULL ? full : full + ".p/" + width;
  }
}

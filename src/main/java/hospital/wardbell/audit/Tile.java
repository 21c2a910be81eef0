package hospital.wardbell.audit;

import java.util.Arrays;

/// Up to 256 neighbouring hashes of the tree, eight levels above one another: at height 0 they are
/// the entries', at height 1 each is the root over a full tile of height 0, and so on.
///
/// @param place the how manieth tile of its height, from 0
/// @param hashes one after another; nobody changes the array
/// @spec https://c2sp.org/tlog-tiles#merkle-tree C2SP tlog-tiles, Merkle Tree
@SuppressWarnings("ArrayRecordComponent") // compared by content below
record Tile(int height, long place, byte[] hashes) {
  static final int FULL = 256;
  static final int LEVELS = 8;

  int width() {
    return hashes.length / Hasher.OCTETS;
  }

  /// @param slot 0 to one less than [#width]
  byte[] hash(int slot) {
    return Arrays.copyOfRange(hashes, slot * Hasher.OCTETS, (slot + 1) * Hasher.OCTETS);
  }

  /// How many hashes the last tile of `height` has in a tree of `entries`, if it is not full.
  static int partialWidth(long entries, int height) {
    return (int) (under(entries, height) % FULL);
  }

  /// How many tiles of `height` a tree of `entries` has, the last one included if it is not full.
  static long count(long entries, int height) {
    return (under(entries, height) + FULL - 1) / FULL;
  }

  /// How many hashes there are at `height`.
  static long under(long entries, int height) {
    int shift = height * LEVELS;
    return shift >= Long.SIZE - 1 ? 0 : entries >> shift;
  }

  /// How many heights a tree of `entries` has tiles of.
  static int heights(long entries) {
    int heights = 0;
    while (under(entries, heights) > 0) {
      heights++;
    }
    return heights;
  }

  @Override
  public String toString() {
    return "tile " + height + "/" + place;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tile(int itsHeight, long itsPlace, byte[] itsHashes)
        && height == itsHeight
        && place == itsPlace
        && Arrays.equals(hashes, itsHashes);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(place) * 31 + height;
  }
}

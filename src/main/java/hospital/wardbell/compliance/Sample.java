package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A bounded draw from what goes by, of one kind: those whose rank is smallest, by SHA-256 of the
/// seed and what is looked at. Whoever has seed and record draws the same. One thread.
///
/// The same person's looks at the same conversation have one rank and are one item.
final class Sample {
  /// As many of each kind as a person reviews.
  static final int MOST = 10;

  /// A look that may be drawn.
  ///
  /// @param key what it is ranked by
  record Look(long leaf, Instant at, Id staff, Optional<Id> conversation, int detail, String key) {}

  private static final Comparator<byte[]> UNSIGNED = Arrays::compareUnsigned;

  private final Kind kind;
  private final String seed;
  private final TreeMap<byte[], Look> drawn = new TreeMap<>(UNSIGNED);
  private long found;

  /// @param seed in hexadecimal digits
  Sample(Kind kind, String seed) {
    this.kind = kind;
    this.seed = seed;
  }

  void offer(Look look) {
    found++;
    byte[] rank = rank(look.key());
    if (drawn.size() == MOST && UNSIGNED.compare(rank, drawn.lastKey()) > 0) {
      return;
    }
    Look _ = drawn.putIfAbsent(rank, look);
    if (drawn.size() > MOST) {
      drawn.pollLastEntry();
    }
  }

  private byte[] rank(String key) {
    return Sha256.fresh()
        .digest((seed + " " + kind + " " + key).getBytes(StandardCharsets.US_ASCII));
  }

  Kind kind() {
    return kind;
  }

  /// How many were offered.
  long found() {
    return found;
  }

  /// In the order of their numbers.
  List<Look> drawn() {
    return drawn.values().stream().sorted(Comparator.comparingLong(Look::leaf)).toList();
  }
}

package hospital.wardbell.conversation;

import hospital.wardbell.conversation.WordTable.Block;
import hospital.wardbell.store.Sql;
import java.util.Optional;

/// The messages that have one word, walked from the newest back.
///
/// Nothing outside a block says where it begins, so a block far back is found by opening others on
/// the way: the next, then one twice as far each time, then halving. Blocks may be joined, or get
/// shorter, between two looks; so what was opened on the way shows where to look, and the block at
/// the end is read again. One that does not open is passed over, and doubted by [WordTable].
final class WordTrail {
  /// A block that opened.
  private record Opened(int place, Ordinals ordinals) {
    boolean beginsAfter(long limit) {
      return ordinals.lowest() > limit;
    }
  }

  private final Sql sql;
  private final WordTable table;
  private final WordBlocks blocks;
  private final long word;
  private Optional<Opened> at = Optional.empty();

  WordTrail(Sql sql, WordTable table, WordBlocks blocks, long word) {
    this.sql = sql;
    this.table = table;
    this.blocks = blocks;
    this.word = word;
  }

  /// The greatest ordinal that is not above `limit`.
  ///
  /// @param limit never above the one asked for before
  Optional<Long> atMost(long limit) {
    if (at.isEmpty() || at.get().beginsAfter(limit)) {
      at = block(at.map(Opened::place).orElse(WordTable.TOP), limit);
    }
    return at.flatMap(block -> block.ordinals().atMost(limit));
  }

  /// The newest block below `above` that does not begin after the limit.
  private Optional<Opened> block(int above, long limit) {
    Optional<Opened> next = below(above);
    while (next.filter(block -> block.beginsAfter(limit)).isPresent()) {
      next = below(oldestAfter(next.get().place(), limit));
    }
    return next;
  }

  /// The place of the oldest block that begins after the limit.
  ///
  /// @param known the place of one that does
  private int oldestAfter(int known, long limit) {
    int after = known;
    int step = 1;
    Optional<Opened> there = after(after - step, limit);
    while (there.isPresent()) {
      after = there.get().place();
      step *= 2;
      there = after(after - step, limit);
    }
    int before = after - step; // from here down, none begins after the limit
    while (after - before > 1) {
      int middle = before + (after - before) / 2;
      there = after(middle, limit);
      if (there.isPresent()) {
        after = there.get().place();
      } else {
        before = middle;
      }
    }
    return after;
  }

  /// The newest block down from `place`, if it begins after the limit.
  private Optional<Opened> after(int place, long limit) {
    return below(place + 1).filter(block -> block.beginsAfter(limit));
  }

  private Optional<Opened> below(int above) {
    Optional<Block> next = table.newest(sql, blocks, word, above);
    while (next.isPresent() && next.get().ordinals().isEmpty()) {
      next = table.newest(sql, blocks, word, next.get().place());
    }
    return next.flatMap(block -> block.ordinals().map(o -> new Opened(block.place(), o)));
  }
}

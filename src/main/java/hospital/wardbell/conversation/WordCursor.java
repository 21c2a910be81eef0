package hospital.wardbell.conversation;

import hospital.wardbell.store.Sql;
import java.util.List;
import java.util.Optional;

/// Walks, newest first, along the messages of one team that have all of some words.
///
/// From the newest ordinal that one word has, each other word is asked for its newest that is not
/// newer; where they agree, it is a hit. Most blocks between two hits are never read.
final class WordCursor {
  private final List<WordTrail> trails;
  private long limit;

  /// @param words blinded; at least one
  /// @param limit the newest ordinal of interest
  WordCursor(Sql sql, WordTable table, WordBlocks blocks, List<Long> words, long limit) {
    this.trails = words.stream().map(word -> new WordTrail(sql, table, blocks, word)).toList();
    this.limit = limit;
  }

  /// The next older ordinal that has them all.
  Optional<Long> next() {
    long candidate = limit;
    int agreed = 0;
    for (int i = 0; agreed < trails.size(); i = (i + 1) % trails.size()) {
      Optional<Long> found = trails.get(i).atMost(candidate);
      if (found.isEmpty()) {
        limit = Long.MIN_VALUE;
        return found;
      }
      agreed = found.get() == candidate ? agreed + 1 : 1;
      candidate = found.get();
    }
    limit = candidate - 1;
    return Optional.of(candidate);
  }
}

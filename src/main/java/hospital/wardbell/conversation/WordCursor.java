package hospital.wardbell.conversation;

import hospital.wardbell.store.Sql;
import java.util.List;
import java.util.Optional;

/// Walks, newest first, along the messages of one team that have all of some words.
///
/// From the newest ordinal that one word has, each other word is asked for its newest that is not
/// newer; where they agree, it is a hit. Whole blocks between two hits are never read.
final class WordCursor {
  /// One word's place: its block read last.
  private final class Place {
    private final long word;
    private Optional<Ordinals> block = Optional.empty();

    Place(long word) {
      this.word = word;
    }

    Optional<Long> atMost(long limit) {
      if (block.isEmpty() || block.get().lowest() > limit) {
        block = table.block(sql, blocks, word, limit);
      }
      return block.flatMap(b -> b.atMost(limit));
    }
  }

  private final Sql sql;
  private final WordTable table;
  private final WordBlocks blocks;
  private final List<Place> places;
  private long limit;

  /// @param words blinded; at least one
  /// @param limit the newest ordinal of interest
  WordCursor(Sql sql, WordTable table, WordBlocks blocks, List<Long> words, long limit) {
    this.sql = sql;
    this.table = table;
    this.blocks = blocks;
    this.places = words.stream().map(Place::new).toList();
    this.limit = limit;
  }

  /// The next older ordinal that has them all.
  Optional<Long> next() {
    long candidate = limit;
    int agreed = 0;
    for (int i = 0; agreed < places.size(); i = (i + 1) % places.size()) {
      Optional<Long> found = places.get(i).atMost(candidate);
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

package hospital.wardbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.conversation.WordTable.Addition;
import hospital.wardbell.store.Tx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordTrailTest {
  private static final int BLOCKS = 150;
  private static final long WORD = 7;

  @TempDir private Path directory;

  @Test
  void whatever_is_asked_for_on_the_way_back_it_is_what_a_sorted_set_gives() {
    Random random = new Random(29);
    try (Ward ward = Ward.open(directory)) {
      KeptWords kept = new KeptWords(ward.store(), ward.vault());
      Duration _ = kept.index().turn();
      WordBlocks blocks = kept.serving();
      WordTable table = WordRows.of(ward.vault()).blocks();
      NavigableSet<Long> all = new TreeSet<>();
      ward.store().change(tx -> fill(tx, table, blocks, random, all));

      for (int i = 0; i < 100; i++) {
        int longest = i % 2 == 0 ? 5000 : 200;
        ward.store()
            .<Optional<Long>>read(sql -> {
              WordTrail trail = new WordTrail(sql, table, blocks, WORD);
              long most = random.nextLong(1, longest);
              long limit = all.last() + 5;
              while (limit > -5) {
                assertThat(trail.atMost(limit)).isEqualTo(Optional.ofNullable(all.floor(limit)));
                limit -= random.nextLong(most) + 1;
              }
              return trail.atMost(Long.MIN_VALUE);
            });
      }
    }
  }

  /// Blocks of one to a few ordinals; every third place has none, as after erasing.
  private static void fill(
      Tx tx, WordTable table, WordBlocks blocks, Random random, NavigableSet<Long> all) {
    long ordinal = 1;
    for (int place = 0; place < BLOCKS; place++) {
      NavigableSet<Long> some = new TreeSet<>();
      for (int n : IntStream.rangeClosed(0, random.nextInt(4)).toArray()) {
        ordinal += 1 + random.nextInt(20) + n;
        some.add(ordinal);
      }
      if (random.nextInt(3) > 0) {
        table.add(tx, blocks, new Addition(WORD, place, Ordinals.of(some), false));
        all.addAll(some);
      }
    }
  }
}

package hospital.wardbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OrdinalsTest {
  private static NavigableSet<Long> set(long... ordinals) {
    NavigableSet<Long> set = new TreeSet<>();
    Arrays.stream(ordinals).forEach(set::add);
    return set;
  }

  private static Ordinals again(Ordinals ordinals) {
    return Ordinals.read(ordinals.written());
  }

  @Test
  void what_is_written_reads_the_same() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      NavigableSet<Long> set = new TreeSet<>();
      int size = 1 + random.nextInt(100);
      while (set.size() < size) {
        set.add(random.nextLong(1L << (1 + random.nextInt(41))));
      }

      Ordinals read = again(Ordinals.of(set));

      assertThat(read.amount()).isEqualTo(size);
      for (long ordinal : set) {
        assertThat(read.atMost(ordinal)).contains(ordinal);
      }
    }
  }

  @Test
  void the_greatest_that_is_not_above_a_limit_is_the_one_a_sorted_set_gives() {
    NavigableSet<Long> set = set(3, 130, 131, 40_000, 1_795_000_000_000L);
    Ordinals ordinals = again(Ordinals.of(set));

    for (long limit : new long[] {2, 3, 4, 129, 130, 131, 132, 39_999, 40_000, Long.MAX_VALUE}) {
      assertThat(ordinals.atMost(limit)).isEqualTo(Optional.ofNullable(set.floor(limit)));
    }
  }

  @Test
  void two_sets_together_have_each_ordinal_once() {
    Ordinals both = again(Ordinals.of(set(1, 5, 9)).and(Ordinals.of(set(5, 7, 9, 20))));

    assertThat(both.amount()).isEqualTo(5);
    assertThat(Set.of(1L, 5L, 7L, 9L, 20L)).allSatisfy(o -> assertThat(both.atMost(o)).contains(o));
  }

  @Test
  void a_block_that_was_cut_is_refused() {
    byte[] written = Ordinals.of(set(1, 500, 70_000)).written();

    assertThatThrownBy(() -> Ordinals.read(Arrays.copyOf(written, written.length - 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package hospital.wardbell.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Sample.Look;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static Look look(int number) {
    return new Look(
        number, Instant.EPOCH, new Id(0, number), Optional.empty(), 0, "look " + number);
  }

  private static List<Long> drawn(String seed, IntStream offered) {
    Sample sample = new Sample(Kind.RANDOM, seed);
    offered.mapToObj(SampleTest::look).forEach(sample::offer);
    return sample.drawn().stream().map(Look::leaf).toList();
  }

  @Test
  void the_same_seed_draws_the_same_in_whatever_order_and_another_seed_others() {
    List<Long> once = drawn("00", IntStream.range(0, 1_000));

    assertThat(once).hasSize(Sample.MOST).isSorted();
    assertThat(drawn("00", IntStream.range(0, 1_000).map(i -> 999 - i))).isEqualTo(once);
    assertThat(drawn("01", IntStream.range(0, 1_000))).isNotEqualTo(once);
  }

  @Test
  void fewer_than_there_is_room_for_are_all_drawn_and_each_once() {
    IntStream twice = IntStream.concat(IntStream.range(0, 5), IntStream.range(0, 5));

    assertThat(drawn("00", twice)).containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void everybody_is_drawn_about_as_often_as_everybody_else() {
    int[] often = new int[100];
    for (int seed = 0; seed < 1_000; seed++) {
      drawn(Integer.toHexString(seed), IntStream.range(0, 100))
          .forEach(number -> often[number.intValue()]++);
    }

    assertThat(Arrays.stream(often).boxed().toList())
        .allSatisfy(times -> assertThat(times).isBetween(50, 160));
  }
}

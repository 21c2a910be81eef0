package hospital.wardbell.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hospital.wardbell.practice.JournalEntry.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AbreastTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

  @Test
  void what_a_modem_sent_while_another_was_not_there_does_not_count() {
    Abreast rates = Abreast.of(List.of(answers(0, 500, 5), answers(1_000, 1_000, 4)));

    assertThat(rates.least()).isCloseTo(60, within(0.001));
    assertThat(rates.sum()).isCloseTo(180, within(0.001));
  }

  @Test
  void modems_that_were_at_work_one_after_the_other_have_no_common_rate() {
    assertThatThrownBy(() -> Abreast.of(List.of(answers(0, 10, 5), answers(1_000, 10, 5))))
        .isInstanceOf(IllegalStateException.class);
  }

  private static List<Answered> answers(long first, long between, int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Answered(
                AT.plusMillis(first + i * between), 1, Duration.ZERO, Duration.ZERO, Duration.ZERO))
        .toList();
  }
}

package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void a_part_waits_two_seconds_then_longer_up_to_half_an_hour() {
    assertThat(IntStream.rangeClosed(1, 7).mapToObj(Backoff.PART::after))
        .containsExactly(
            Duration.ofSeconds(2),
            Duration.ofSeconds(8),
            Duration.ofSeconds(32),
            Duration.ofSeconds(128),
            Duration.ofSeconds(512),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30));
  }

  @Test
  void however_many_failures_the_wait_has_a_bound() {
    assertThat(Backoff.SILENT.after(1_000_000)).isEqualTo(Duration.ofMinutes(5));
  }
}

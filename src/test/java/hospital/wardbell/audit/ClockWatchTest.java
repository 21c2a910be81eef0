package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private long nanos = 5;
  private final ClockWatch watch = new ClockWatch(() -> now, () -> nanos);

  private void pass(Duration machine, Duration clock) {
    nanos += machine.toNanos();
    now = now.plus(clock);
  }

  @Test
  void time_that_passes_is_no_jump() {
    pass(Duration.ofHours(3), Duration.ofHours(3).plusMillis(900));

    assertThat(watch.jump()).isEmpty();
  }

  @Test
  void a_clock_put_forward_or_back_is_told_once_with_how_far() {
    pass(Duration.ofSeconds(1), Duration.ofSeconds(61));
    assertThat(watch.jump()).contains(Duration.ofMinutes(1));
    assertThat(watch.jump()).isEmpty();

    pass(Duration.ofSeconds(1), Duration.ofHours(-1).plusSeconds(1));
    assertThat(watch.jump()).contains(Duration.ofHours(-1));
  }
}

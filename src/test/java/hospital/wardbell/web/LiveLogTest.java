package hospital.wardbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveLogTest {
  private static final Duration RECENT = Duration.ofSeconds(10);
  private long now;
  private final LiveLog log = new LiveLog("0a1b2c3d", 4, () -> now);

  @Test
  void what_is_recent_begins_after_the_newest_that_is_not() {
    append(2);
    now = Duration.ofSeconds(60).toNanos();
    append(1);

    assertThat(log.before(RECENT)).isEqualTo(2);
  }

  @Test
  void what_is_recent_is_never_more_than_is_kept() {
    append(9);

    assertThat(log.before(RECENT)).isEqualTo(5);
    assertThat(log.after(log.before(RECENT))).hasValueSatisfying(e -> assertThat(e).hasSize(4));
  }

  @Test
  void an_empty_log_has_nothing_recent() {
    assertThat(log.before(RECENT)).isZero();
    assertThat(log.after(0)).hasValueSatisfying(e -> assertThat(e).isEmpty());
  }

  @Test
  void what_was_overwritten_and_what_never_was_is_gone() {
    append(9);

    assertThat(log.after(4)).isEmpty();
    assertThat(log.after(10)).isEmpty();
  }

  @Test
  void only_its_own_ids_are_numbers() {
    assertThat(log.number(log.id(7))).hasValue(7);
    assertThat(log.number("ffffffff-7")).isEmpty();
    assertThat(log.number("0a1b2c3d-")).isEmpty();
    assertThat(log.number("0a1b2c3d-99999999999999999999")).isEmpty();
  }

  private void append(int events) {
    for (int i = 0; i < events; i++) {
      log.append(new LiveEvent.Modem());
    }
  }
}

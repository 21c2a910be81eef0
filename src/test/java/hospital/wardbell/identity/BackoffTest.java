package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void each_failure_of_an_account_doubles_the_wait_and_ten_lock_it() {
    assertThat(seconds(Backoff.ACCOUNT, 0, 12))
        .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 900L, 1L, 2L);
    assertThat(Backoff.ACCOUNT.after(20)).isEqualTo(Backoff.LOCK);
  }

  @Test
  void an_origin_has_ten_failures_free_and_is_never_locked() {
    assertThat(seconds(Backoff.ORIGIN, 0, 18))
        .containsExactly(
            0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    assertThat(Backoff.ORIGIN.after(1_000_000)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void only_every_tenth_failure_of_an_account_locks() {
    assertThat(IntStream.rangeClosed(0, 30).filter(Backoff.ACCOUNT::locks))
        .containsExactly(10, 20, 30);
    assertThat(IntStream.rangeClosed(0, 30).filter(Backoff.ORIGIN::locks)).isEmpty();
  }

  private static long[] seconds(Backoff rule, int first, int last) {
    return IntStream.rangeClosed(first, last).mapToLong(n -> rule.after(n).toSeconds()).toArray();
  }
}

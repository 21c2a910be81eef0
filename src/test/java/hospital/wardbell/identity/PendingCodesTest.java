package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PendingCodesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Staff DANA =
      new Staff(Id.random(), "dana", "Dana R., RN", Set.of(Role.NURSE), List.of(), "en");

  private final PendingCodes codes = new PendingCodes();

  @Test
  void a_code_is_owed_for_five_minutes() {
    Id pending = codes.add(DANA, NOW);

    assertThat(codes.find(pending, NOW.plus(Duration.ofSeconds(299)))).contains(DANA);
    assertThat(codes.find(pending, NOW.plus(Duration.ofMinutes(5)))).isEmpty();
  }

  @Test
  void a_code_that_was_paid_is_owed_no_more() {
    Id pending = codes.add(DANA, NOW);

    assertThat(codes.remove(pending)).isTrue();
    assertThat(codes.remove(pending)).isFalse();
    assertThat(codes.find(pending, NOW)).isEmpty();
  }

  @Test
  void beyond_the_bound_the_oldest_is_dropped() {
    Id first = codes.add(DANA, NOW);
    Id second = codes.add(DANA, NOW);
    for (int i = 1; i < PendingCodes.MOST; i++) {
      Id _ = codes.add(DANA, NOW);
    }

    assertThat(codes.find(first, NOW)).isEmpty();
    assertThat(codes.find(second, NOW)).contains(DANA);
  }
}

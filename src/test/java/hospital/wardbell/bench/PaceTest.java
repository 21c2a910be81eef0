package hospital.wardbell.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hospital.wardbell.practice.JournalEntry.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

  @Test
  void time_in_which_the_modem_was_at_work_is_no_overhead() {
    Pace pace = Pace.of(List.of(answer(0, 100), answer(50, 145), answer(110, 190)));

    assertThat(pace.overhead().sorted()).containsExactly(5, 15);
    assertThat(pace.modemMean()).isCloseTo(45, within(0.001));
    assertThat(pace.perMinute()).isCloseTo(60_000 / 55.0, within(0.001));
  }

  @Test
  void the_gap_between_two_runs_does_not_count() {
    Pace pace =
        Pace.ofRuns(
            List.of(
                List.of(answer(0, 10), answer(40, 45)),
                List.of(answer(90_000, 10), answer(90_040, 43))));

    assertThat(pace.overhead().sorted()).containsExactly(5, 7);
  }

  @Test
  void a_target_that_is_missed_is_said_to_be() {
    Figure missed = Figure.of("start", "cold", 3.2, "s").within(3);

    assertThat(missed.line()).endsWith("NOT MET");
    assertThat(missed.json().flag("met")).isFalse();
    assertThat(Figure.of("start", "cold", 2.9, "s").within(3).line()).endsWith("met");
  }

  private static Answered answer(long milliseconds, long spent) {
    return new Answered(
        AT.plusMillis(milliseconds), 1, Duration.ZERO, Duration.ZERO, Duration.ofMillis(spent));
  }
}

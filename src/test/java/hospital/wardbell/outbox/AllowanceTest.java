package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.settings.Cap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private Instant now = START;

  private static Limits texts(int most, int reserve, Duration window) {
    return new Limits(
        List.of(new Limits.OfTexts(new Cap(most, reserve), window, "cap.it")), List.of());
  }

  private static Limits recipients(int most, int reserve) {
    return new Limits(
        List.of(),
        List.of(new Limits.OfRecipients(new Cap(most, reserve), DAY, "cap.recipients-day")));
  }

  private static Allowance fresh(Limits limits) {
    return new Allowance(limits, Allowance.History.NOTHING);
  }

  private boolean isOpen(Allowance allowance, boolean urgent, long recipient) {
    return allowance.closed(urgent, recipient, now).isEmpty();
  }

  /// Sends as much as may go.
  private int exhaust(Allowance allowance, boolean urgent) {
    int sent = 0;
    while (isOpen(allowance, urgent, 1)) {
      allowance.take(1, now);
      sent++;
    }
    return sent;
  }

  @Test
  void without_limits_everything_may_go() {
    Allowance allowance = fresh(Limits.NONE);
    for (int i = 0; i < 1000; i++) {
      allowance.take(i, now);
    }

    assertThat(isOpen(allowance, false, 1)).isTrue();
    assertThat(allowance.opens(now)).isBefore(now);
  }

  @Test
  void when_the_limit_is_reached_it_opens_as_the_first_text_is_an_hour_old() {
    Allowance allowance = fresh(texts(3, 0, HOUR));
    allowance.take(1, now);
    now = now.plusSeconds(60);
    assertThat(exhaust(allowance, false)).isEqualTo(2);

    assertThat(allowance.closed(false, 1, now))
        .contains(new Allowance.Closed(START.plus(HOUR), "cap.it"));
    assertThat(allowance.opens(now)).isEqualTo(START.plus(HOUR));

    now = START.plus(HOUR);
    assertThat(exhaust(allowance, false)).isOne();
  }

  @Test
  void what_is_urgent_may_have_of_the_reserve_and_no_more() {
    Allowance allowance = fresh(texts(3, 2, HOUR));
    assertThat(exhaust(allowance, false)).isEqualTo(3);

    assertThat(exhaust(allowance, true)).isEqualTo(2);

    assertThat(isOpen(allowance, true, 1)).isFalse();
  }

  @Test
  void a_line_looks_again_when_the_reserve_opens() {
    Allowance allowance = fresh(texts(1, 1, HOUR));
    allowance.take(1, now);
    allowance.take(1, now.plusSeconds(60));
    now = now.plusSeconds(120);

    assertThat(allowance.opens(now)).isEqualTo(START.plus(HOUR));
    now = START.plus(HOUR);
    assertThat(isOpen(allowance, true, 1)).isTrue();
    assertThat(isOpen(allowance, false, 1)).isFalse();
    assertThat(allowance.opens(now)).isEqualTo(START.plusSeconds(60).plus(HOUR));
  }

  @Test
  void what_urgent_ones_had_ordinary_ones_have_not() {
    Allowance allowance = fresh(texts(3, 2, HOUR));
    for (int i = 0; i < 3; i++) {
      allowance.take(1, now);
    }

    assertThat(isOpen(allowance, false, 1)).isFalse();
    assertThat(isOpen(allowance, true, 1)).isTrue();
  }

  @Test
  void what_was_not_sent_does_not_count() {
    Allowance allowance = fresh(texts(1, 0, HOUR));
    allowance.take(1, now);
    assertThat(isOpen(allowance, false, 1)).isFalse();

    allowance.giveBack();

    assertThat(isOpen(allowance, false, 1)).isTrue();
  }

  @Test
  void after_a_pause_a_few_go_at_once_and_then_one_at_a_time() {
    Allowance allowance = fresh(texts(20, 0, MINUTE));

    assertThat(exhaust(allowance, false)).isEqualTo(3);
    assertThat(allowance.opens(now)).isEqualTo(now.plusSeconds(3));
    now = now.plusSeconds(3);
    assertThat(exhaust(allowance, false)).isOne();
  }

  @Test
  void a_nurses_text_is_not_spread_over_the_minute() {
    Allowance allowance = fresh(texts(20, 0, MINUTE));
    exhaust(allowance, false);

    assertThat(isOpen(allowance, true, 1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20, 60, 600})
  void no_minute_has_more_than_its_limit_and_a_full_queue_uses_it_up(int most) {
    Allowance allowance = fresh(texts(most, 0, MINUTE));
    TreeSet<Instant> sent = new TreeSet<>();
    Random random = new Random(most);
    while (now.isBefore(START.plus(Duration.ofMinutes(30)))) {
      while (isOpen(allowance, false, 1)) {
        allowance.take(1, now);
        sent.add(now);
        now = now.plusMillis(1);
      }
      now = now.plusMillis(1 + random.nextInt(50));
    }

    for (Instant at : sent) {
      assertThat(sent.subSet(at, at.plus(MINUTE))).hasSizeLessThanOrEqualTo(most);
    }
    assertThat(sent).hasSizeGreaterThan(most * 30 * 9 / 10 - 1);
  }

  @Test
  void so_many_recipients_and_those_as_often_as_one_likes() {
    Allowance allowance = fresh(recipients(2, 0));
    allowance.take(1, now);
    now = now.plusSeconds(60);
    allowance.take(2, now);

    assertThat(allowance.closed(false, 3, now))
        .contains(new Allowance.Closed(START.plus(DAY), "cap.recipients-day"));
    assertThat(isOpen(allowance, false, 2)).isTrue();

    now = START.plus(DAY);
    assertThat(isOpen(allowance, false, 3)).isTrue();
  }

  @Test
  void a_recipient_who_is_texted_again_counts_from_then() {
    Allowance allowance = fresh(recipients(2, 0));
    allowance.take(1, now);
    allowance.take(2, now.plusSeconds(60));
    now = now.plusSeconds(120);
    allowance.take(1, now);

    assertThat(allowance.closed(false, 3, now))
        .map(Allowance.Closed::until)
        .contains(START.plusSeconds(60).plus(DAY));
  }

  @Test
  void a_recipient_whom_nothing_reached_does_not_count() {
    Allowance allowance = fresh(recipients(1, 0));
    allowance.take(1, now);
    allowance.giveBack();

    assertThat(isOpen(allowance, false, 2)).isTrue();
  }

  @Test
  void the_reserve_of_recipients_is_for_urgent_texts() {
    Allowance allowance = fresh(recipients(1, 1));
    allowance.take(1, now);

    assertThat(isOpen(allowance, false, 2)).isFalse();
    assertThat(isOpen(allowance, true, 2)).isTrue();
    allowance.take(2, now);
    assertThat(isOpen(allowance, true, 3)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1M", "PT1H", "P1D"})
  void a_clock_set_back_a_year_closes_a_limit_for_its_length_at_most(Duration window) {
    Allowance allowance = fresh(texts(2, 0, window));
    allowance.take(1, now.plus(Duration.ofDays(365)));
    allowance.take(1, now.plus(Duration.ofDays(365)));

    assertThat(allowance.closed(false, 1, now))
        .hasValueSatisfying(closed -> assertThat(closed.until()).isEqualTo(now.plus(window)));
  }

  @Test
  void recipients_too_outlive_a_clock_set_back_by_a_day_at_most() {
    Allowance allowance = fresh(recipients(1, 0));
    allowance.take(1, now.plus(Duration.ofDays(365)));

    assertThat(allowance.closed(false, 2, now))
        .map(Allowance.Closed::until)
        .contains(now.plus(DAY));
  }

  @Test
  void of_several_limits_the_one_that_lasts_longest_is_named() {
    Allowance allowance =
        fresh(
            new Limits(
                List.of(
                    new Limits.OfTexts(new Cap(1, 0), HOUR, "cap.hour"),
                    new Limits.OfTexts(new Cap(1, 0), DAY, "cap.day")),
                List.of()));
    allowance.take(1, now);

    assertThat(allowance.closed(false, 1, now))
        .contains(new Allowance.Closed(START.plus(DAY), "cap.day"));
  }
}

package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FallbackTest {
  private final StepClock clock = new StepClock();
  private final Fallback fallback = new Fallback();

  @Test
  void a_modem_that_had_more_and_is_on_gsm_for_half_an_hour_has_fallen_back() {
    on(Radio.LTE, Duration.ofMinutes(1));
    on(Radio.GSM, Duration.ofMinutes(29));
    assertThat(fallback.lost(clock.instant())).isEmpty();
    assertThat(fallback.takeSwitch(clock.instant())).isFalse();

    on(Radio.GSM, Duration.ofMinutes(1));

    assertThat(fallback.lost(clock.instant())).contains(Radio.LTE);
    assertThat(fallback.takeSwitch(clock.instant())).isTrue();
  }

  @Test
  void a_modem_that_never_had_more_is_where_it_belongs() {
    on(Radio.IOT, Duration.ofHours(1));
    on(Radio.GSM, Duration.ofHours(10));

    assertThat(fallback.lost(clock.instant())).isEmpty();
    assertThat(fallback.takeSwitch(clock.instant())).isFalse();
  }

  @Test
  void the_radio_is_switched_once_in_six_hours_also_over_sessions() {
    on(Radio.UMTS, Duration.ofMinutes(1));
    on(Radio.GSM, Duration.ofMinutes(30));
    assertThat(fallback.takeSwitch(clock.instant())).isTrue();
    on(Radio.GSM, Duration.ofHours(3));
    assertThat(fallback.takeSwitch(clock.instant())).isFalse();

    fallback.ended();
    on(Radio.GSM, Duration.ofMinutes(31));
    assertThat(fallback.lost(clock.instant())).as("another SIM may have no more").isEmpty();
    on(Radio.UMTS, Duration.ofMinutes(1));
    on(Radio.GSM, Duration.ofMinutes(31));
    assertThat(fallback.takeSwitch(clock.instant())).isFalse();
    on(Radio.GSM, Duration.ofHours(3));

    assertThat(fallback.takeSwitch(clock.instant())).isTrue();
  }

  @Test
  void a_moment_on_more_ends_it() {
    on(Radio.LTE, Duration.ofMinutes(1));
    on(Radio.GSM, Duration.ofMinutes(29));
    on(Radio.UMTS, Duration.ofMinutes(1));
    on(Radio.GSM, Duration.ofMinutes(29));

    assertThat(fallback.lost(clock.instant())).isEmpty();
  }

  private void on(Radio radio, Duration time) {
    fallback.seen(radio, clock.instant());
    clock.step(time);
    fallback.seen(radio, clock.instant());
  }
}

package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.ModemFault.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff();

  @Test
  void the_rest_doubles_up_to_ten_seconds() {
    assertThat(after(Kind.GONE)).isEqualTo(Duration.ofMillis(500));
    assertThat(after(Kind.NO_LINE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(after(Kind.NO_LINE)).isEqualTo(Duration.ofSeconds(2));
    assertThat(after(Kind.NO_LINE)).isEqualTo(Duration.ofSeconds(4));
    assertThat(after(Kind.NO_LINE)).isEqualTo(Duration.ofSeconds(8));
    assertThat(after(Kind.NO_LINE)).isEqualTo(Duration.ofSeconds(10));
    assertThat(after(Kind.NO_LINE)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_session_that_worked_starts_it_over() {
    after(Kind.GONE);
    after(Kind.GONE);

    backoff.reset();

    assertThat(after(Kind.GONE)).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void a_sim_that_waits_for_a_person_is_asked_less_often() {
    assertThat(after(Kind.SIM)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void a_device_that_is_not_there_is_looked_for_each_half_second() {
    for (int i = 0; i < 100; i++) {
      assertThat(after(Kind.NOT_PLUGGED_IN)).isEqualTo(Duration.ofMillis(500));
    }
  }

  private Duration after(Kind kind) {
    return backoff.after(new ModemFault(kind, Trouble.of(Trouble.Kind.STOPPING)));
  }
}

package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import hospital.wardbell.pdu.Validity;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimeTest extends OneLine {
  private Id queue(Duration lifetime) {
    return home.queue(
        home.bulk(patient, Id.random(), Id.random(), "The clinic is open.", Optional.of(lifetime)));
  }

  @ParameterizedTest
  @CsvSource({"PT1H, PT0S, PT1H", "PT1H, PT40M, PT20M", "PT24H, PT1H, PT23H", "PT5M, PT4M, PT5M"})
  void the_network_tries_for_what_is_left(Duration lifetime, Duration waited, Duration tries) {
    queue(lifetime);
    home.pass(waited);

    OutboxHome.drain(lane);

    assertThat(modem.handedOver(0).validity()).contains(new Validity.Relative(tries));
    assertThat(modem.texts()).containsExactly("The clinic is open.");
  }

  @Test
  void after_its_time_it_is_not_sent() {
    Id message = queue(Duration.ofHours(1));
    home.pass(Duration.ofHours(1));

    OutboxHome.drain(lane);

    assertThat(modem.texts()).isEmpty();
    assertThat(home.state(message)).isEqualTo(new PartState.Expired());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT4M59S", "PT24H0.001S", "PT0S", "PT-1H"})
  void five_minutes_is_the_shortest_and_a_day_the_longest(Duration lifetime) {
    assertThatThrownBy(() -> queue(lifetime)).isInstanceOf(IllegalArgumentException.class);
  }
}

package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.modem.Rate;
import hospital.wardbell.settings.Cap;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What the carrier of a SIM takes is the limit of its line where people have set none.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarrierRateTest {
  private static final Rate TWO_AN_HOUR =
      new Rate(Optional.empty(), Optional.of(2), Optional.empty());

  private OutboxHome home;
  private PhoneNumber patient;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new OutboxHome(directory);
  }

  @AfterAll
  void close() {
    home.close();
  }

  @BeforeEach
  void somebody_new() {
    home.clear();
    patient = home.optedIn();
  }

  @Test
  void a_line_keeps_to_what_its_carrier_takes_and_what_waits_says_so() {
    ScriptedSender modem = new ScriptedSender("sim-1");
    modem.takes(TWO_AN_HOUR);
    Lane lane = home.outbox.lane(modem);
    Holding holding = home.outbox.holding();
    List<Id> messages = queue(3);

    OutboxHome.drain(lane);
    holdAll(holding);

    assertThat(modem.texts()).hasSize(2);
    assertThat(home.state(messages.getLast()))
        .isEqualTo(new PartState.Held(home.now().plus(Duration.ofHours(1)), "carrier.hour"));
    home.pass(Duration.ofHours(1));
    OutboxHome.drain(lane);
    assertThat(modem.texts()).hasSize(3);
  }

  @Test
  void what_people_set_stands_before_it_and_so_does_what_they_switched_off() {
    home.set(Settings.Key.PER_HOUR, "sim-3", "3");
    home.set(Settings.Key.PER_HOUR, "sim-4", Cap.OFF);

    assertThat(sentOfFive("sim-2", TWO_AN_HOUR)).isEqualTo(2);
    assertThat(sentOfFive("sim-3", TWO_AN_HOUR)).isEqualTo(3);
    assertThat(sentOfFive("sim-4", TWO_AN_HOUR)).isEqualTo(5);
  }

  @Test
  void another_sim_brings_its_own_carriers_rate() {
    ScriptedSender modem = new ScriptedSender("sim-5");
    modem.takes(TWO_AN_HOUR);
    Lane lane = home.outbox.lane(modem);
    queue(5);
    OutboxHome.drain(lane);
    assertThat(modem.texts()).hasSize(2);

    modem.takes(Rate.NONE);
    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(5);
  }

  @Test
  void what_waits_for_a_carrier_goes_by_a_line_that_may_send_at_once() {
    ScriptedSender modem = new ScriptedSender("sim-6");
    modem.takes(TWO_AN_HOUR);
    Lane lane = home.outbox.lane(modem);
    queue(5);
    OutboxHome.drain(lane);
    holdAll(home.outbox.holding());

    ScriptedSender other = new ScriptedSender("sim-7");
    OutboxHome.drain(home.fresh().lane(other));

    assertThat(other.texts()).hasSize(3);
  }

  private static void holdAll(Holding holding) {
    while (holding.take().compareTo(Duration.ofSeconds(1)) < 0) {
      // On to the next step.
    }
  }

  private int sentOfFive(String line, Rate rate) {
    home.clear();
    ScriptedSender modem = new ScriptedSender(line);
    modem.takes(rate);
    Lane lane = home.outbox.lane(modem);
    queue(5);
    OutboxHome.drain(lane);
    return modem.texts().size();
  }

  private List<Id> queue(int count) {
    return IntStream.range(0, count).mapToObj(i -> home.queueBulk(patient, "bulk " + i)).toList();
  }
}

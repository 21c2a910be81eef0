package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.ModemHealth.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT", "OK")
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("AT+CREG=2", "OK")
          .on("AT+CGREG=2", "ERROR")
          .on("AT+CEREG=2", "ERROR")
          .on("AT+CREG?", "+CREG: 2,1,\"00C3\",\"12\"", "OK")
          .on("AT+CSQ", "+CSQ: 20,99", "OK")
          .on("AT+CSCA?", "+CSCA: \"+12025550100\",145", "OK")
          .on("AT+COPS?", "+COPS: 0,0,\"Practice Mobile\",7", "OK")
          .on("AT+CPMS?", "+CPMS: \"ME\",14,20,\"ME\",14,20,\"ME\",14,20", "OK")
          .on("AT+CNMI?", "+CNMI: 2,1,0,1,0", "OK");
  private final List<ModemHealth> told = new ArrayList<>();
  private final Vitals vitals = new Vitals("front", told::add, clock);
  private final AtDialogue at = new AtDialogue(modem, clock, urc -> watch().heard(urc));
  private final SimCard card = new SimCard(at, new KeptMemory(), vitals, clock);
  private final Watch watch =
      new Watch(at, card, new Storage(at), new Announcing(at), vitals, clock);

  private Watch watch() {
    return watch;
  }

  @Test
  void a_registered_modem_may_send_and_shows_its_network() throws Exception {
    watch.start();
    checkAll();

    assertThat(vitals.health().maySend()).isTrue();
    assertThat(vitals.health().operator()).contains("Practice Mobile");
    assertThat(vitals.health().radio()).contains(Radio.LTE);
    assertThat(vitals.health().signalDbm()).contains(-73);
    assertThat(vitals.health().trouble().map(Trouble::words).orElse("")).contains("70% full");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 6, 7, 9, 10})
  void these_registrations_carry_texts(int stat) throws Exception {
    modem.now("AT+CREG?", "+CREG: 2," + stat, "OK");
    watch.start();

    assertThat(watch.isRegistered()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4, 8, 11})
  void these_registrations_carry_no_texts(int stat) throws Exception {
    modem.now("AT+CREG?", "+CREG: 2," + stat, "OK");
    watch.start();

    assertThat(watch.isRegistered()).isFalse();
    assertThat(vitals.health().state()).isEqualTo(State.SEARCHING);
    assertThat(vitals.health().trouble()).isPresent();
  }

  @Test
  void registration_follows_what_the_modem_says_unasked() throws Exception {
    watch.start();

    hear("+CREG: 2");
    assertThat(watch.isRegistered()).isFalse();
    hear("+CREG: 5,\"00C3\",\"12\"");
    assertThat(watch.isRegistered()).isTrue();
    hear("+CREG: 2,3,\"00C3\",\"12\""); // an answer that came after its OK
    assertThat(watch.isRegistered()).isFalse();
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.NETWORK_REFUSES));
  }

  @Test
  void an_idle_minute_costs_few_questions() throws Exception {
    watch.start();
    checkAll();
    modem.written().clear();

    for (int i = 0; i < 60; i++) {
      clock.step(Duration.ofSeconds(1));
      checkAll();
    }

    assertThat(modem.written()).hasSizeBetween(12, 30);
  }

  @Test
  void a_change_is_told_once() throws Exception {
    watch.start();
    checkAll();
    int before = told.size();

    clock.step(Duration.ofSeconds(60));
    checkAll();

    assertThat(told).hasSize(before);
  }

  private void hear(String line) throws InterruptedException {
    modem.say(line);
    at.listen(Duration.ZERO);
  }

  private void checkAll() throws InterruptedException {
    boolean more = true;
    while (more) {
      more = watch.checkOne();
    }
  }
}

package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.modem.Profile.Reset;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What becomes of a modem whose radio or SIM is another than before, in virtual time.
class FellBackTest extends OneSession {
  @Test
  void a_modem_that_fell_back_to_gsm_for_half_an_hour_is_told_and_its_radio_is_switched_once() {
    setUp(Profile.GENERIC);
    servedBy(7);
    turnFor(Duration.ofMinutes(2));
    assertThat(vitals.health().radio()).contains(Radio.LTE);
    servedBy(0);
    turnFor(Duration.ofMinutes(29));
    assertThat(switchings()).isZero();
    assertThat(vitals.health().trouble()).isEmpty();

    turnFor(Duration.ofMinutes(3));

    assertThat(switchings()).isOne();
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.FELL_BACK, "4G"));
    assertThat(vitals.health().state()).as("texts still go").isEqualTo(State.REGISTERED);
    turnFor(Duration.ofHours(5));
    assertThat(switchings()).isOne();
    turnFor(Duration.ofHours(2));
    assertThat(switchings()).isEqualTo(2);

    servedBy(7);
    turnFor(Duration.ofMinutes(2));
    assertThat(vitals.health().trouble()).isEmpty();
  }

  @Test
  void a_radio_is_not_switched_while_texts_wait() {
    setUp(Profile.GENERIC);
    servedBy(7);
    turnFor(Duration.ofMinutes(2));
    servedBy(0);
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7", "OK");
    Instant end = clock.instant().plus(Duration.ofMinutes(40));

    while (clock.instant().isBefore(end)) {
      for (int i = 0; i < 10; i++) {
        jobs.add(new Job(24, TPDU, false));
        turn();
      }
      jobs.add(new Job(24, TPDU, false)); // one waits when the turn ends
      clock.step(Duration.ofSeconds(5));
    }
    assertThat(switchings()).isZero();
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.FELL_BACK, "4G"));

    jobs.clear();
    turnFor(Duration.ofMinutes(2));
    assertThat(switchings()).isOne();
  }

  @Test
  void a_sim_is_looked_at_again_when_the_network_was_away() {
    setUp(Profile.GENERIC);
    assertThat(vitals.iccid()).contains("89001012345678901239");
    registered(2);
    turnFor(Duration.ofSeconds(10));
    modem.now("AT+CCID", "+CCID: 89001012345678905551", "OK");
    turnFor(Duration.ofMinutes(1));
    assertThat(vitals.iccid()).contains("89001012345678901239");

    registered(1);
    turnFor(Duration.ofSeconds(5));

    assertThat(vitals.iccid()).contains("89001012345678905551");
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.SIM_SWAPPED, "5551"));
  }

  @Test
  void where_the_profile_forbids_it_the_radio_stays_on_and_the_fall_back_is_told_all_the_same() {
    setUp(withoutRadio());
    servedBy(7);
    turnFor(Duration.ofMinutes(2));
    servedBy(3);

    turnFor(Duration.ofMinutes(40));

    assertThat(switchings()).isZero();
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.FELL_BACK, "4G"));
  }

  private static Profile withoutRadio() {
    Reset never = new Reset(false, Optional.empty(), Duration.ofSeconds(60));
    return ProfileLike.generic("no-radio").reset(never).profile();
  }

  private void servedBy(int technology) {
    modem.now("AT+COPS?", "+COPS: 0,0,\"Practice\"," + technology, "OK");
  }

  private long switchings() {
    return modem.written().stream().filter("AT+CFUN=4"::equals).count();
  }
}

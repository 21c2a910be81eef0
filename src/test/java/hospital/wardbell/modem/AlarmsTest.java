package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a modem says of its own needs is acted on.
class AlarmsTest extends ReceiverFixture {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Tells TELLS =
      new Tells(LineMarks.of("^SMMEMFULL*"), Profile.GENERIC.tells().power());
  private static final Trouble WARNED = Trouble.of(Trouble.Kind.POWER_WARNED);

  private final Ladder ladder = new Ladder();
  private final Alarms alarms = new Alarms(receiver, vitals, ladder, clock);

  @Test
  void a_full_store_has_all_stores_looked_through_at_once_and_is_shown() throws Exception {
    clock.step(Duration.ofSeconds(15));
    takeAll();
    assertThat(modem.written()).isEmpty();

    say("^SMMEMFULL: \"SM\"");

    assertThat(receiver.due()).isBeforeOrEqualTo(clock.instant());
    takeAll();
    assertThat(modem.written())
        .containsExactly(
            "AT+CPMS=\"SM\",\"ME\",\"ME\"",
            "AT+CMGL=4",
            "AT+CPMS=\"ME\",\"ME\",\"ME\"",
            "AT+CMGL=4");
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.STORE_FILLING, "100"));
  }

  @Test
  void a_modem_that_says_so_every_second_is_not_looked_through_every_second() throws Exception {
    clock.step(Duration.ofSeconds(15));

    for (int i = 0; i < 30; i++) {
      say("^SMMEMFULL: \"SM\"");
      takeAll();
      clock.step(Duration.ofSeconds(1));
    }

    assertThat(modem.written()).filteredOn("AT+CMGL=4"::equals).hasSize(3 * 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNDER-VOLTAGE WARNNING",
        "OVER-VOLTAGE WARNNING",
        "UNDER-VOLTAGE WARNING",
        "UNDER-VOLTAGE POWER DOWN",
        "OVER-VOLTAGE POWER DOWN"
      })
  void wrong_power_is_told_until_an_hour_has_passed_without_a_word_of_it(String line) {
    say(line);
    assertThat(trouble()).contains(WARNED);

    pass(HOUR.minusSeconds(1));
    say(line);
    pass(HOUR.minusSeconds(1));
    assertThat(trouble()).contains(WARNED);
    assertThat(alarms.due()).isEqualTo(clock.instant().plusSeconds(1));

    pass(Duration.ofSeconds(1));
    assertThat(trouble()).isEmpty();
    assertThat(alarms.due()).isEqualTo(Instant.MAX);
  }

  @Test
  void wrong_power_is_told_in_the_next_session_too_and_ends_there() {
    say("UNDER-VOLTAGE POWER DOWN");
    vitals.lost(ModemHealth.State.ABSENT, Trouble.of(Trouble.Kind.LINE_ENDED));
    pass(Duration.ofMinutes(30));

    Alarms next = new Alarms(receiver, vitals, ladder, clock);

    assertThat(ladder.power(clock.instant())).contains(WARNED);
    assertThat(next.due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
  }

  @Test
  void other_lines_raise_no_alarm() {
    say("+CSQ: 20,99");
    say("^SMMEM: 1");

    assertThat(trouble()).isEmpty();
    assertThat(receiver.due()).isAfter(clock.instant());
  }

  private Optional<Trouble> trouble() {
    return vitals.health().trouble();
  }

  private void say(String line) {
    alarms.heard(new Urc(line, ""), TELLS);
  }

  @Override
  void pass(Duration time) {
    clock.step(time);
    alarms.end();
  }
}

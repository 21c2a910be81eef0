package hospital.wardbell.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hospital.wardbell.fleet.Course.Connection;
import hospital.wardbell.fleet.Course.Mishap;
import hospital.wardbell.fleet.Course.Spell;
import hospital.wardbell.fleet.Course.Stretch;
import hospital.wardbell.modem.ModemHealth.Registration;
import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.modem.Radio;
import hospital.wardbell.modem.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Trouble MUTE = Trouble.of(Trouble.Kind.MUTE);
  private static final Trouble GONE = Trouble.of(Trouble.Kind.LINE_ENDED);

  @Test
  void a_state_holds_until_the_next_sample() {
    Course course =
        hour(
            at(0, State.REGISTERED),
            at(5, State.REGISTERED),
            at(8, State.SEARCHING),
            at(10, State.REGISTERED));

    assertThat(course.stretches())
        .containsExactly(
            new Stretch(minute(0), minute(8), State.REGISTERED),
            new Stretch(minute(8), minute(10), State.SEARCHING),
            new Stretch(minute(10), minute(25), State.REGISTERED));
  }

  @Test
  void nothing_is_known_of_the_time_in_which_no_samples_were_taken() {
    Course course = hour(at(0, State.REGISTERED), at(40, State.ABSENT), at(50, State.REGISTERED));

    assertThat(course.stretches())
        .containsExactly(
            new Stretch(minute(0), minute(15), State.REGISTERED),
            new Stretch(minute(40), minute(50), State.ABSENT),
            new Stretch(minute(50), minute(60), State.REGISTERED));
    assertThat(course.spells(Duration.ofHours(1)))
        .extracting(Spell::ablePercent)
        .containsExactly(Optional.of(71)); // 25 of the 35 minutes that are known
  }

  @Test
  void spells_run_from_the_newest_to_the_oldest_and_say_nothing_where_nothing_is_known() {
    Course course = hour(with(31, -97), with(36, -71), with(41, -85));

    assertThat(course.spells(Duration.ofMinutes(30)))
        .containsExactly(
            new Spell(
                minute(30),
                Optional.of(-97),
                Optional.of(-85),
                Optional.of(-71),
                Optional.of(11),
                Optional.of(100)),
            new Spell(
                minute(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void the_same_trouble_seen_again_is_one_and_one_that_comes_back_another() {
    Course course =
        hour(
            troubled(0, MUTE),
            troubled(5, MUTE),
            troubled(6, GONE),
            at(7, State.REGISTERED),
            troubled(9, GONE));

    assertThat(course.mishaps())
        .containsExactly(
            new Mishap(minute(9), GONE), new Mishap(minute(6), GONE), new Mishap(minute(0), MUTE));
  }

  @Test
  void a_change_of_network_radio_or_registration_is_one_more_row_and_none_is_one_too() {
    Course course =
        hour(
            on(0, Registration.HOME, "One", Radio.LTE),
            on(5, Registration.HOME, "One", Radio.LTE),
            on(6, Registration.HOME, "One", Radio.GSM),
            at(10, State.SEARCHING),
            at(12, State.ABSENT),
            on(15, Registration.ROAMING, "Two", Radio.GSM));

    assertThat(course.connections())
        .extracting(Connection::at, c -> c.network().orElse("-"), c -> c.radio().isPresent())
        .containsExactly(
            tuple(minute(15), "Two", true),
            tuple(minute(10), "-", false),
            tuple(minute(6), "One", true),
            tuple(minute(0), "One", true));
  }

  @Test
  void without_samples_there_is_nothing_to_tell() {
    assertThat(hour().stretches()).isEmpty();
    assertThat(hour().mishaps()).isEmpty();
    assertThat(hour().connections()).isEmpty();
  }

  private static Course hour(Sample... samples) {
    return new Course(NOON, minute(60), Arrays.asList(samples));
  }

  private static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  private static Sample at(int minute, State state) {
    return new Sample(
        minute(minute),
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Sample with(int minute, int dbm) {
    return new Sample(
        minute(minute),
        State.REGISTERED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(dbm),
        Optional.of(10 + minute % 5),
        Optional.empty());
  }

  private static Sample on(int minute, Registration how, String network, Radio radio) {
    return new Sample(
        minute(minute),
        State.REGISTERED,
        Optional.of(how),
        Optional.of(network),
        Optional.of(radio),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Sample troubled(int minute, Trouble trouble) {
    return new Sample(
        minute(minute),
        State.ABSENT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(trouble));
  }
}

package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.Ladder.Next;
import hospital.wardbell.modem.Ladder.Search;
import hospital.wardbell.modem.Ladder.Step;
import hospital.wardbell.modem.ModemFault.Kind;
import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.modem.Profile.Reset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LadderTest {
  private static final Reset USUAL = Profile.GENERIC.reset();
  private static final Reset NEVER = new Reset(false, Optional.empty(), Duration.ofSeconds(60));

  private final StepClock clock = new StepClock();
  private final Ladder ladder = new Ladder();

  @Test
  void a_modem_that_answers_nothing_is_restarted_twice_then_opened_anew_then_left_alone() {
    assertThat(muteAfterItsStart().step()).isEqualTo(Step.RESTART);
    assertThat(muteAfterItsStart().step()).isEqualTo(Step.RESTART);
    Next reopened = muteAfterItsStart();
    assertThat(reopened.step()).isEqualTo(Step.REOPEN);
    assertThat(reopened.rest()).isLessThan(Duration.ofSeconds(1));
    Next left = muteAfterItsStart();
    assertThat(left.step()).isEqualTo(Step.REOPEN);
    assertThat(left.rest()).isEqualTo(Duration.ofMinutes(1));
    assertThat(left.state()).isEqualTo(State.RESTING);
    assertThat(left.trouble()).isEqualTo(Trouble.of(Trouble.Kind.MUTE_RESTING, "1"));
  }

  @Test
  void after_three_rounds_a_person_is_called_and_it_is_still_tried() {
    Next last =
        Stream.generate(this::muteAfterItsStart)
            .filter(next -> next.state() == State.FAILED)
            .findFirst()
            .orElseThrow();

    assertThat(last.rest()).isEqualTo(Duration.ofMinutes(3));
    assertThat(muteAfterItsStart().step()).isEqualTo(Step.RESTART);
  }

  @Test
  void a_modem_is_not_restarted_again_while_it_may_still_be_starting() {
    mute(Optional.of(USUAL));
    clock.step(USUAL.patience().minusSeconds(1));

    Next next = mute(Optional.of(USUAL));

    assertThat(next.step()).isEqualTo(Step.REOPEN);
    assertThat(next.rest()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(next.state()).isEqualTo(State.PROBING);
  }

  @Test
  void a_modem_that_was_just_plugged_in_may_take_its_time_to_start() {
    ladder.opened(clock.instant());
    clock.step(Duration.ofSeconds(44));
    assertThat(mute(Optional.of(USUAL)).step()).isEqualTo(Step.REOPEN);
    ladder.opened(clock.instant());
    clock.step(Duration.ofSeconds(16));
    assertThat(mute(Optional.of(USUAL)).step()).isEqualTo(Step.RESTART);

    clock.step(USUAL.patience());
    after(Kind.GONE, Optional.of(USUAL));
    ladder.opened(clock.instant());
    clock.step(Duration.ofSeconds(16));
    assertThat(mute(Optional.of(USUAL)).step()).isEqualTo(Step.REOPEN);
  }

  @Test
  void a_modem_that_does_not_live_through_a_restart_is_given_none() {
    for (int i = 0; i < 20; i++) {
      clock.step(Duration.ofMinutes(10));
      assertThat(mute(Optional.of(NEVER)).step()).isEqualTo(Step.REOPEN);
      assertThat(ladder.searches(clock.instant(), NEVER)).isEqualTo(Search.WAIT);
    }
  }

  @Test
  void what_was_never_a_modem_is_told_nothing_blind() {
    for (int i = 0; i < 20; i++) {
      clock.step(Duration.ofMinutes(10));
      assertThat(mute(Optional.empty()).step()).isEqualTo(Step.REOPEN);
    }
  }

  @Test
  void a_modem_plugged_in_anew_owes_nothing_to_what_was_before() {
    muteAfterItsStart();
    muteAfterItsStart();
    muteAfterItsStart();

    after(Kind.GONE, Optional.of(USUAL));
    after(Kind.NOT_PLUGGED_IN, Optional.of(USUAL));

    assertThat(muteAfterItsStart().step()).isEqualTo(Step.RESTART);
    assertThat(muteAfterItsStart().step()).isEqualTo(Step.RESTART);
    assertThat(muteAfterItsStart().step()).isEqualTo(Step.REOPEN);
  }

  @Test
  void vanishing_because_it_was_restarted_is_no_plugging_in() {
    for (int i = 0; i < 2; i++) {
      assertThat(mute(Optional.of(USUAL)).step()).isEqualTo(Step.RESTART);
      clock.step(Duration.ofSeconds(3));
      after(Kind.GONE, Optional.of(USUAL));
      clock.step(USUAL.patience());
    }

    assertThat(mute(Optional.of(USUAL)).step()).isEqualTo(Step.REOPEN);
  }

  @Test
  void ten_minutes_of_work_clear_the_slate_and_less_do_not() {
    muteAfterItsStart();
    muteAfterItsStart();
    workFor(Duration.ofMinutes(9));
    assertThat(muteAfterItsStart().step()).isEqualTo(Step.REOPEN);

    workFor(Duration.ofMinutes(10));
    assertThat(muteAfterItsStart().step()).isEqualTo(Step.RESTART);
  }

  @Test
  void a_modem_that_worked_and_goes_deaf_is_given_no_time_to_start() {
    ladder.opened(clock.instant());
    ladder.works(clock.instant());

    assertThat(mute(Optional.of(USUAL)).step()).isEqualTo(Step.RESTART);
  }

  @Test
  void a_missing_sim_is_looked_for_with_the_radio_switched_off_and_on_now_and_then() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      steps.add(ladder.after(missing(), Optional.of(USUAL), clock.instant()).step());
    }

    assertThat(steps).filteredOn(Step.RADIO_OFF_AND_ON::equals).hasSize(2);
    assertThat(steps.getFirst()).isEqualTo(Step.REOPEN);
    for (int i = 0; i < 8; i++) {
      assertThat(ladder.after(missing(), Optional.of(NEVER), clock.instant()).step())
          .isEqualTo(Step.REOPEN);
    }
  }

  private static ModemFault missing() {
    return new ModemFault(Kind.SIM, Trouble.of(Trouble.Kind.SIM_MISSING));
  }

  @Test
  void a_modem_that_restarts_three_times_in_an_hour_is_short_of_power() {
    for (int i = 0; i < 3; i++) {
      assertThat(ladder.restartsOften(clock.instant())).isFalse();
      after(Kind.RESTARTED, Optional.of(USUAL));
      clock.step(Duration.ofMinutes(15));
    }

    assertThat(ladder.restartsOften(clock.instant())).isTrue();
    clock.step(Duration.ofMinutes(16));
    assertThat(ladder.restartsOften(clock.instant())).isFalse();
  }

  @Test
  void a_restart_that_we_asked_for_is_not_the_modems_own() {
    for (int i = 0; i < 3; i++) {
      muteAfterItsStart();
      workFor(Duration.ofMinutes(10));
      mute(Optional.of(USUAL));
      after(Kind.RESTARTED, Optional.of(USUAL));
    }

    assertThat(ladder.restartsOften(clock.instant())).isFalse();
  }

  @Test
  void a_network_that_is_not_found_has_the_radio_switched_then_the_modem_restarted_once() {
    assertThat(searchFor(Duration.ofMinutes(2))).containsOnly(Search.WAIT);
    assertThat(searchFor(Duration.ofMinutes(2))).containsOnlyOnce(Search.RADIO_OFF_AND_ON);
    assertThat(searchFor(Duration.ofMinutes(7))).containsOnlyOnce(Search.RESTART);

    assertThat(after(Kind.NO_NETWORK, Optional.of(USUAL)).step()).isEqualTo(Step.RESTART);
    assertThat(searchFor(Duration.ofHours(2)))
        .doesNotContain(Search.RESTART)
        .filteredOn(Search.RADIO_OFF_AND_ON::equals)
        .hasSizeBetween(3, 5);
  }

  @Test
  void a_network_that_comes_back_ends_the_search() {
    searchFor(Duration.ofMinutes(11));
    ladder.works(clock.instant());

    assertThat(searchFor(Duration.ofMinutes(2))).containsOnly(Search.WAIT);
  }

  private List<Search> searchFor(Duration time) {
    return Stream.generate(
            () -> {
              clock.step(Duration.ofSeconds(10));
              return ladder.searches(clock.instant(), USUAL);
            })
        .limit(time.toSeconds() / 10)
        .toList();
  }

  private void workFor(Duration time) {
    for (long i = 0; i <= time.toSeconds(); i++) {
      ladder.works(clock.instant());
      clock.step(Duration.ofSeconds(1));
    }
  }

  private Next muteAfterItsStart() {
    Next next = mute(Optional.of(USUAL));
    clock.step(next.rest().plus(USUAL.patience()));
    return next;
  }

  private Next mute(Optional<Reset> reset) {
    return after(Kind.MUTE, reset);
  }

  private Next after(Kind kind, Optional<Reset> reset) {
    ModemFault fault = new ModemFault(kind, Trouble.of(Trouble.Kind.MUTE));
    return ladder.after(fault, reset, clock.instant());
  }
}

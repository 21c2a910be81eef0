package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.modem.SendOutcome.Fault;
import hospital.wardbell.modem.Trouble.Kind;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  private static final SendOutcome ACCEPTED = new SendOutcome.Accepted(7);

  private final StepClock clock = new StepClock();
  private final Vitals vitals = new Vitals("front", _ -> {}, clock);
  private final Verdicts verdicts = new Verdicts(vitals);

  @BeforeEach
  void register() {
    vitals.registered(ModemHealth.Registration.HOME);
  }

  @Test
  void three_rejected_in_a_row_look_like_no_credit_and_an_accepted_one_ends_that() {
    refused(21, 2);
    assertThat(told()).isEmpty();
    verdicts.heard(ACCEPTED, false);
    refused(21, 2);
    assertThat(told()).isEmpty();

    refused(21, 1);
    assertThat(told()).contains(Kind.NO_CREDIT);
    assertThat(vitals.health().state()).isEqualTo(State.DEGRADED);
    assertThat(vitals.health().maySend()).isTrue();

    verdicts.heard(ACCEPTED, false);
    assertThat(told()).isEmpty();
    assertThat(vitals.health().state()).isEqualTo(State.REGISTERED);
  }

  @Test
  void a_line_that_damages_text_after_text_is_told_until_one_goes_out() {
    verdicts.heard(Submitter.DAMAGED, false);
    verdicts.heard(Submitter.DAMAGED, false);
    assertThat(told()).isEmpty();

    verdicts.heard(Submitter.DAMAGED, false);
    assertThat(told()).contains(Kind.LINE_DAMAGES);

    verdicts.heard(ACCEPTED, false);
    assertThat(told()).isEmpty();
  }

  @Test
  void a_barred_sim_is_told_at_once() {
    refused(10, 1);
    assertThat(told()).contains(Kind.BARRED);

    verdicts.heard(ACCEPTED, false);
    refused(8, 1);
    assertThat(told()).contains(Kind.BARRED);
  }

  @Test
  void a_refusal_where_lte_alone_is_had_points_to_ims() {
    verdicts.heard(new SendOutcome.Refused(Fault.PASSING, 500), false);
    assertThat(told()).isEmpty();

    verdicts.heard(new SendOutcome.Refused(Fault.PASSING, 500), true);
    assertThat(told()).contains(Kind.IMS_OFF);
  }

  @Test
  void the_modems_own_trouble_says_nothing_of_ims() {
    verdicts.heard(new SendOutcome.Refused(Fault.MODEM, 330), true);

    assertThat(told()).isEmpty();
  }

  private void refused(int code, int times) {
    for (int i = 0; i < times; i++) {
      verdicts.heard(new SendOutcome.Refused(Fault.PASSING, code), false);
    }
  }

  private Optional<Kind> told() {
    return vitals.health().trouble().map(Trouble::kind);
  }
}

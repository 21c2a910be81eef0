package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.practice.Fault;
import hospital.wardbell.practice.Faults;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Networks that take texts by one of their domains only, on a real pseudo-terminal.
class DomainOnPtyTest extends OnPty {
  private static final Profile LADDER = CarrierSamples.profile(List.of(1, 3), Optional.empty());

  @Test
  void a_text_that_the_domain_does_not_implement_is_kept_and_goes_by_the_next() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    modem.suffer(new Fault.WrongDomain(3, 69));
    Modem front = startAndRegister(LADDER, Carriers.NONE);

    assertThat(outcome(front.submit(text("one"), false)))
        .isEqualTo(new SendOutcome.Refused(SendOutcome.Fault.PASSING, 69));
    accepted(front.submit(text("two"), false));
    front.close();

    Modem again = startAndRegister(LADDER, Carriers.NONE);
    accepted(again.submit(text("by what worked"), false));
  }

  @Test
  void a_network_that_refuses_three_texts_running_is_tried_by_the_next_domain() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    modem.suffer(new Fault.WrongDomain(3, 500));
    Modem front = startAndRegister(LADDER, Carriers.NONE);

    for (int i = 0; i < 3; i++) {
      assertThat(outcome(front.submit(text("refused " + i), false)))
          .isEqualTo(new SendOutcome.Refused(SendOutcome.Fault.PASSING, 500));
    }

    accepted(front.submit(text("by the next"), false));
  }

  @Test
  void a_text_that_no_domain_implements_fails_for_good() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    modem.suffer(new Fault.WrongDomain(2, 69));
    Modem front = startAndRegister(LADDER, Carriers.NONE);

    assertThat(outcome(front.submit(text("one"), false)))
        .isEqualTo(new SendOutcome.Refused(SendOutcome.Fault.PASSING, 69));
    assertThat(outcome(front.submit(text("one"), false)))
        .isEqualTo(new SendOutcome.Refused(SendOutcome.Fault.MESSAGE, 69));
  }

  @Test
  void where_lte_alone_is_had_ims_is_switched_on_and_the_modem_restarted_once() throws Exception {
    VirtualModem modem = plugIn(ModemOptions.of(Timing.none()).vanishing(Duration.ofSeconds(1)));
    modem.suffer(new Fault.EvolvedOnly());
    Profile quectel = CarrierSamples.profile(List.of(), Optional.of(CarrierSamples.IMS));
    Modem front = start(quectel, CarrierSamples.practice(Carrier.Ims.ON));

    awaitTrouble(Trouble.Kind.IMS_SWITCHED);
    await(State.REGISTERED);

    accepted(front.submit(text("over IMS"), false));
    assertThat(journal.entries(JournalEntry.Plugged.class)).hasSize(2);
    assertThat(front.rate()).isEqualTo(CarrierSamples.RATE);
  }

  @Test
  void where_lte_alone_is_had_and_ims_is_left_off_that_is_told() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    modem.suffer(new Fault.EvolvedOnly());
    Modem front = startAndRegister();

    assertThat(outcome(front.submit(text("no way"), false)))
        .isEqualTo(new SendOutcome.Refused(SendOutcome.Fault.PASSING, 500));

    awaitTrouble(Trouble.Kind.IMS_OFF);
  }
}

package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.ModemHealth.Registration;
import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.practice.Fault;
import hospital.wardbell.practice.Faults;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What befalls a modem in its life, and the driver's way out, on a real pseudo-terminal.
class LifeOnPtyTest extends OnPty {
  @Test
  void a_deaf_modem_is_restarted_unheard_and_goes_on() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    Instant deaf = Instant.now();
    modem.suffer(new Fault.Deaf(false));
    assertThat(front.submit(text("into a deaf ear"), false).get(90, TimeUnit.SECONDS))
        .isInstanceOfAny(SendOutcome.NotTried.class, SendOutcome.Unknown.class);
    awaitTrouble(Trouble.Kind.MUTE_RESTARTED);
    await(State.REGISTERED);

    assertThat(Duration.between(deaf, Instant.now())).isLessThan(Duration.ofSeconds(90));
    accepted(front.submit(text("heard again"), false));
    assertThat(journal.entries(JournalEntry.Submitted.class))
        .extracting(JournalEntry.Submitted::text)
        .containsExactly("heard again");
  }

  @Test
  void a_modem_plugged_in_again_under_another_name_is_of_use_within_two_seconds() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    for (int i = 0; i < 3; i++) {
      modem.unplug();
      await(State.ABSENT);
      awaitTrouble(Trouble.Kind.NOT_THERE);
      modem.replug();
      Instant back = Instant.now();
      await(State.REGISTERED);
      assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(2));
      accepted(front.submit(text("back again"), false));
    }
  }

  @Test
  void a_modem_that_vanishes_when_it_is_restarted_is_waited_for() throws Exception {
    VirtualModem modem = plugIn(ModemOptions.of(Timing.none()).vanishing(Duration.ofSeconds(3)));
    Modem front = startAndRegister();

    modem.suffer(new Fault.Deaf(false));
    awaitTrouble(Trouble.Kind.MUTE_RESTARTED);
    awaitTrouble(Trouble.Kind.NOT_THERE);
    await(State.REGISTERED);

    accepted(front.submit(text("back from a restart"), false));
    assertThat(journal.entries(JournalEntry.Plugged.class)).hasSize(2);
  }

  @Test
  void a_service_centre_that_the_sim_lost_is_given_back_before_the_next_text() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();
    // Set up, and the first round of checks: the next, a minute later, would mend it before a text.
    journal.await(JournalEntry.Command.class, 2, c -> c.name().equals("+CSCA"), LONG);

    modem.suffer(new Fault.LostServiceCentre());
    assertThat(outcome(front.submit(text("one"), false)))
        .isEqualTo(new SendOutcome.Refused(SendOutcome.Fault.MODEM, 330));

    accepted(front.submit(text("two"), false));
    assertThat(front.health().trouble()).isEmpty();
  }

  @Test
  void a_network_that_goes_and_comes_back_is_told_and_texts_go_on() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();
    assertThat(front.health().registration()).contains(Registration.HOME);

    modem.suffer(new Fault.NoCoverage(Duration.ofMillis(500)));
    ModemHealth lost = await(State.SEARCHING);
    assertThat(lost.registration()).isEmpty();
    await(State.REGISTERED);

    accepted(front.submit(text("still here"), false));
  }

  @Test
  void a_modem_that_fell_back_to_gsm_finds_more_once_its_radio_was_switched() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    StepClock minutes = new StepClock(); // half an hour goes by in as many turns
    Vitals vitals = new Vitals("front", told::add, minutes);
    OpenPort port =
        new OpenPort(
            "front",
            SerialLine.open(new LineAddress.Device(directory.resolve("modem")), Cable.USUAL));
    Modem.Setup setup = setup();
    Session session =
        new Session(
            port,
            setup,
            new Pin("front", "", memory),
            new Handover("front", vitals::iccid, new Queued(), minutes, Runnable::run, () -> {}),
            vitals,
            new Ladder(),
            _ -> Optional.empty(),
            minutes);
    try {
      turnFor(session, port, minutes, Duration.ofMinutes(2));
      assertThat(vitals.health().radio()).contains(Radio.LTE);

      modem.suffer(new Fault.FellBack());
      turnFor(session, port, minutes, Duration.ofMinutes(20));
      assertThat(vitals.health().radio()).contains(Radio.GSM);
      turnFor(session, port, minutes, Duration.ofMinutes(15));

      awaitTrouble(Trouble.Kind.FELL_BACK);
      assertThat(vitals.health().radio()).contains(Radio.LTE);
      assertThat(vitals.health().trouble()).isEmpty();
      assertThat(journal.entries(JournalEntry.Command.class))
          .filteredOn(command -> command.name().equals("+CFUN"))
          .hasSize(2);
    } finally {
      port.close();
    }
  }

  private static void turnFor(Session session, OpenPort port, StepClock clock, Duration time)
      throws InterruptedException {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      for (int i = 0; i < 12; i++) {
        port.wake(); // what is due is due by that clock, and nothing else is waited for
        session.turn(new ArrayDeque<>(), new ArrayDeque<>());
      }
      clock.step(Duration.ofSeconds(30));
    }
  }

  @Test
  void a_text_under_way_shows() throws Exception {
    Timing slow = new Timing(Duration.ZERO, Duration.ZERO, 0, Duration.ofSeconds(1), Duration.ZERO);
    plugIn(Faults.none(), slow);
    Modem front = startAndRegister();
    assertThat(front.health().state()).isEqualTo(State.REGISTERED);

    var underWay = front.submit(text("on its way"), false);
    journal.await(JournalEntry.Command.class, 1, c -> c.name().contains("CMGS"), LONG);
    assertThat(front.health().state()).isEqualTo(State.SENDING);
    assertThat(front.health().maySend()).isTrue();

    accepted(underWay);
  }
}

package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimCardTest {
  private static final String FIRST = "89001012345678901239";
  private static final String SECOND = "89001012345678905552";

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT", "OK")
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("AT+CCID", "+CCID: " + FIRST, "OK")
          .on("AT+CSCA?", "+CSCA: \"+12025550100\",145", "OK")
          .on("AT+CSCA=\"+12025550100\",145", "OK");
  private final KeptMemory memory = new KeptMemory();
  private final List<ModemHealth> told = new ArrayList<>();
  private final Vitals vitals = new Vitals("front", told::add, clock);
  private final AtDialogue at = new AtDialogue(modem, clock, _ -> {});
  private final SimCard card = new SimCard(at, memory, vitals, clock);

  @ParameterizedTest
  @ValueSource(
      strings = {
        FIRST,
        "+CCID: " + FIRST,
        "+CCID: \"89001012345678901239\"",
        "+CCID: " + FIRST + "F"
      })
  void a_sim_says_its_number_in_several_ways(String answer) throws Exception {
    modem.now("AT+CCID", answer, "OK");

    assertThat(card.iccid()).contains(FIRST);
  }

  @Test
  void where_the_modem_has_no_word_for_it_the_number_is_read_from_the_sim() throws Exception {
    modem.now("AT+CCID", "ERROR");
    modem.on("AT+CRSM=176,12258,0,0,10", "+CRSM: 144,0,\"980001215436870921F3\"", "OK");

    assertThat(card.iccid()).contains("8900101245637890123");
  }

  @Test
  void the_number_is_known_once_it_is_sure() throws Exception {
    card.notice();
    assertThat(vitals.iccid()).contains(FIRST);

    modem
        .now("AT+CCID", "+CCID: " + FIRST.substring(0, 18), "OK")
        .on("AT+CCID", "ERROR")
        .on("AT+CRSM=176,12258,0,0,10", "ERROR");
    card.notice(); // cut, and then nothing
    assertThat(vitals.iccid()).isEmpty();
    assertThat(vitals.health().trouble()).isEmpty();

    modem.now("AT+CCID", "+CCID: " + SECOND, "OK");
    card.notice();
    assertThat(vitals.iccid()).contains(SECOND);
    assertThat(vitals.health().simEnding()).contains("5552");
    vitals.lost(ModemHealth.State.ABSENT, Trouble.of(Trouble.Kind.LINE_ENDED));
    assertThat(vitals.iccid()).as("what it said last is handed on").contains(SECOND);
    vitals.probing();
    assertThat(vitals.iccid()).isEmpty();
  }

  @Test
  void the_first_sim_of_a_line_is_no_news() throws Exception {
    card.notice();

    assertThat(vitals.health().trouble()).isEmpty();
  }

  @Test
  void another_sim_is_told_for_a_day_and_does_not_keep_texts_from_going() throws Exception {
    card.notice();
    modem.now("AT+CCID", "+CCID: " + SECOND, "OK");
    card.notice();
    vitals.registered(ModemHealth.Registration.HOME);

    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.SIM_SWAPPED, "5552"));
    assertThat(vitals.health().state()).isEqualTo(ModemHealth.State.REGISTERED);

    clock.step(Duration.ofHours(23));
    new SimCard(at, memory, vitals, clock).notice(); // the service was started anew
    assertThat(vitals.health().trouble()).isPresent();
    clock.step(Duration.ofHours(2));
    card.mendServiceCentre();
    assertThat(vitals.health().trouble()).isEmpty();
  }

  @Test
  void a_number_that_was_heard_once_and_not_again_is_no_other_sim() throws Exception {
    card.notice();
    modem.now("AT+CCID", "+CCID: 890010123456789012", "OK").on("AT+CCID", "+CCID: " + FIRST, "OK");

    card.notice();

    assertThat(vitals.health().trouble()).isEmpty();
  }

  @Test
  void a_service_centre_number_that_was_lost_is_given_back_to_the_same_sim() throws Exception {
    card.notice();
    card.mendServiceCentre();
    modem.now("AT+CSCA?", "+CSCA: \"\",129", "OK");
    told.clear();

    card.mendServiceCentre();

    assertThat(modem.written()).contains("AT+CSCA=\"+12025550100\",145");
    assertThat(vitals.health().trouble()).isEmpty();
    assertThat(told).as("so that texts go on at once").containsExactly(vitals.health());
  }

  @Test
  void another_sim_is_not_given_the_service_centre_of_the_one_before() throws Exception {
    card.notice();
    card.mendServiceCentre();
    modem.now("AT+CCID", "+CCID: " + SECOND, "OK").now("AT+CSCA?", "+CSCA: \"\",129", "OK");

    card.notice();
    card.mendServiceCentre();

    assertThat(modem.written()).noneMatch(command -> command.startsWith("AT+CSCA="));
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.NO_SERVICE_CENTRE));
  }

  @Test
  void a_number_that_came_cut_is_not_remembered() throws Exception {
    card.notice();
    modem.now("AT+CSCA?", "+CSCA: \"+1202", "OK");
    card.mendServiceCentre();
    modem.now("AT+CSCA?", "+CSCA: \"\",129", "OK");

    card.mendServiceCentre();

    assertThat(modem.written()).noneMatch(command -> command.startsWith("AT+CSCA="));
  }
}

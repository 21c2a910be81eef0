package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.practice.Fault;
import hospital.wardbell.practice.Habits;
import hospital.wardbell.practice.JournalEntry.Announced;
import hospital.wardbell.practice.JournalEntry.Deleted;
import hospital.wardbell.practice.JournalEntry.Handed;
import hospital.wardbell.practice.JournalEntry.Submitted;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole driver against modems that want something of their own, each by a profile, over a real
/// pseudo-terminal.
class HabitsOnPtyTest extends OnPty {
  private static final int BAD_PDU = 304;

  /// More than a command has, fewer than the TPDU's digits.
  private static final Habits WITHOUT_HANDSHAKE = Habits.losingBeyond(64);

  private static final String WORDS = "Please come to the scan on Monday at 9:30";

  @Test
  void a_line_that_loses_octets_damages_a_text_and_the_modem_refuses_it() throws Exception {
    plugIn(WITHOUT_HANDSHAKE);
    Modem front = startAndRegister();

    assertThat(outcome(front.submit(text(WORDS), false)))
        .isEqualTo(new SendOutcome.Refused(SendOutcome.Fault.MESSAGE, BAD_PDU));
    assertThat(journal.entries(Submitted.class)).isEmpty();
  }

  @Test
  void a_damaged_text_is_seen_by_its_echo_and_taken_out_again() throws Exception {
    plugIn(WITHOUT_HANDSHAKE);
    Modem front = startAndRegister(own("line: {check-echo: true}"));

    assertThat(outcome(front.submit(text(WORDS), false))).isInstanceOf(SendOutcome.NotTried.class);
    accepted(front.submit(text("OK"), false));

    assertThat(journal.entries(Submitted.class)).extracting(Submitted::text).containsExactly("OK");
  }

  @Test
  void a_text_in_pieces_goes_out_whole_and_once_over_a_line_that_loses_octets() throws Exception {
    plugIn(WITHOUT_HANDSHAKE);
    Modem front = startAndRegister(own("line: {piece: 18, pause: 30ms}"));

    accepted(front.submit(text(WORDS), false));

    assertThat(journal.entries(Submitted.class)).extracting(Submitted::text).containsExactly(WORDS);
  }

  @Test
  void a_text_in_pieces_whose_echo_is_right_goes_out_whole_and_once() throws Exception {
    plugIn(WITHOUT_HANDSHAKE);
    Modem front = startAndRegister(own("line: {piece: 18, pause: 30ms, check-echo: true}"));

    accepted(front.submit(text(WORDS), false));
    accepted(front.submit(text("and bring your card, please, and the letter"), true));

    assertThat(journal.entries(Submitted.class))
        .extracting(Submitted::text)
        .containsExactly(WORDS, "and bring your card, please, and the letter");
  }

  @Test
  void firmware_that_takes_the_tpdu_alone_gets_it_alone_where_its_profile_says_so()
      throws Exception {
    plugIn(Habits.takingTheTpduAlone());
    Modem front = startAndRegister();
    assertThat(outcome(front.submit(text(WORDS), false)))
        .isEqualTo(new SendOutcome.Refused(SendOutcome.Fault.MESSAGE, BAD_PDU));
    front.close();

    accepted(
        startAndRegister(own("sending: {service-centre: omitted}")).submit(text(WORDS), false));

    assertThat(journal.entries(Submitted.class)).extracting(Submitted::text).containsExactly(WORDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void a_modem_that_lists_nothing_is_read_place_by_place_and_texts_go_out_meanwhile(int first)
      throws Exception {
    VirtualModem modem = plugIn(Habits.unlistedFrom(first));
    for (int i = 0; i < 3; i++) {
      modem.text(PATIENT, "in " + i);
    }

    Modem front = startAndRegister();
    accepted(front.submit(text("out"), false));

    assertThat(List.of(wordsOf(take(messages)), wordsOf(take(messages)), wordsOf(take(messages))))
        .containsExactlyInAnyOrder("in 0", "in 1", "in 2");
    assertThat(journal.await(Deleted.class, 3, _ -> true, LONG)).hasSize(3);
    assertThat(messages).isEmpty();
  }

  @Test
  void a_modem_that_says_its_power_is_wrong_is_shown_so_and_goes_on_texting() throws Exception {
    VirtualModem modem = plugIn(Habits.none());
    Modem front = startAndRegister(OwnProfile.shipped("simcom-sim800"));

    modem.suffer(new Fault.Warning("UNDER-VOLTAGE WARNNING"));

    awaitTrouble(Trouble.Kind.POWER_WARNED);
    accepted(front.submit(text("out"), false));
  }

  @Test
  void a_report_announced_in_a_place_where_it_is_not_comes_directly_under_the_quectel_profile()
      throws Exception {
    plugIn(Habits.misplacingReports());
    Modem front = startAndRegister(OwnProfile.shipped("quectel-ec25"));

    accepted(front.submit(text(WORDS), false));

    assertThat(take(reports)).isNotEmpty();
    assertThat(journal.entries(Handed.class)).hasSize(1);
    assertThat(journal.entries(Announced.class)).isEmpty();
  }

  @Test
  void stored_reports_of_such_a_modem_would_be_lost() throws Exception {
    plugIn(Habits.misplacingReports());
    Modem front = startAndRegister(own("announcing: {reports: [2]}"));

    accepted(front.submit(text(WORDS), false));

    assertThat(journal.await(Announced.class, 1, _ -> true, LONG)).hasSize(1);
    assertThat(reports.poll(2, TimeUnit.SECONDS)).isNull();
  }

  private VirtualModem plugIn(Habits habits) throws Exception {
    return plugIn(ModemOptions.of(Timing.none()).with(habits));
  }

  private Profile own(String text) throws Exception {
    return OwnProfile.of(directory, text);
  }
}

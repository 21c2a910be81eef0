package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.SendOutcome.Fault;
import hospital.wardbell.practice.Habits;
import hospital.wardbell.practice.JournalEntry.Submitted;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.Timing;
import org.junit.jupiter.api.Test;

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
        .isEqualTo(new SendOutcome.Refused(Fault.MESSAGE, BAD_PDU));
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
        .isEqualTo(new SendOutcome.Refused(Fault.MESSAGE, BAD_PDU));
    front.close();

    accepted(
        startAndRegister(own("sending: {service-centre: omitted}")).submit(text(WORDS), false));

    assertThat(journal.entries(Submitted.class)).extracting(Submitted::text).containsExactly(WORDS);
  }

  private void plugIn(Habits habits) throws Exception {
    plugIn(ModemOptions.of(Timing.none()).with(habits));
  }

  private Profile own(String text) throws Exception {
    return OwnProfile.of(directory, text);
  }
}

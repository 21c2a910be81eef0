package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.modem.AtResponse.Family;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtDialogueTest {
  private static final String PDU =
      "0791448720003023240DD0E474D81C0EBB010000111011315214000BE474D81C0EBB5DE3771B";

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem = new ScriptedLine(clock);
  private final List<Urc> urcs = new ArrayList<>();
  private final AtDialogue at = new AtDialogue(modem, clock, urcs::add);

  @Test
  void the_answer_is_the_lines_before_the_final_result() throws Exception {
    modem.on("AT+CSQ", "+CSQ: 20,99", "OK");

    assertThat(ask("AT+CSQ")).isEqualTo(new AtResponse.Ok(List.of("+CSQ: 20,99")));
    assertThat(urcs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void an_unsolicited_line_at_any_line_of_an_answer_is_no_part_of_it(int place) throws Exception {
    List<String> lines = new ArrayList<>(List.of("+CMGR: 1,,24", PDU, "OK"));
    lines.add(place, "+CMTI: \"SM\",3");
    modem.on("AT+CMGR=1", lines.toArray(String[]::new));

    assertThat(ask("AT+CMGR=1")).isEqualTo(new AtResponse.Ok(List.of("+CMGR: 1,,24", PDU)));
    assertThat(urcs).containsExactly(new Urc("+CMTI: \"SM\",3", ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void a_direct_report_in_an_answer_keeps_its_own_body(int place) throws Exception {
    List<String> lines = new ArrayList<>(List.of("+CMGR: 1,,24", PDU, "OK"));
    lines.addAll(place, List.of("+CDS: 25", "0006"));
    modem.on("AT+CMGR=1", lines.toArray(String[]::new));

    assertThat(ask("AT+CMGR=1")).isEqualTo(new AtResponse.Ok(List.of("+CMGR: 1,,24", PDU)));
    assertThat(urcs).containsExactly(new Urc("+CDS: 25", "0006"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"^HWNAT:06", "^NWTIME: 26/11/22", "OVER-VOLTAGE WARNNING", "RING"})
  void words_of_a_chatty_modem_are_no_part_of_an_answer_that_may_be_anything(String word)
      throws Exception {
    modem.on("AT+CGMM", word, "P1", word, "OK");

    assertThat(at.ask(AtCommand.free("AT+CGMM"))).isEqualTo(new AtResponse.Ok(List.of("P1")));
    assertThat(urcs).containsExactly(new Urc(word, ""), new Urc(word, ""));
  }

  @Test
  void an_unsolicited_line_that_the_echo_is_glued_to_is_no_part_of_the_answer() throws Exception {
    modem.on("AT+CPMS?", "^HWNAT:06AT+CPMS?", "+CPMS: \"ME\",0,20", "OK");

    assertThat(ask("AT+CPMS?")).isEqualTo(new AtResponse.Ok(List.of("+CPMS: \"ME\",0,20")));
  }

  @Test
  void a_line_of_noise_before_a_listing_is_no_part_of_it() throws Exception {
    modem.on("AT+CMGL=4", "?#", "+CMGL: 1,1,,24", PDU, "OK");

    assertThat(ask("AT+CMGL=4")).isEqualTo(new AtResponse.Ok(List.of("+CMGL: 1,1,,24", PDU)));
  }

  @Test
  void a_final_result_is_a_whole_line() throws Exception {
    modem.on("AT+CGMI", "LOOK, ERROR-FREE", "OK");

    AtResponse answer = at.ask(AtCommand.free("AT+CGMI"));

    assertThat(answer).isEqualTo(new AtResponse.Ok(List.of("LOOK, ERROR-FREE")));
  }

  @Test
  void unsolicited_lines_do_not_move_the_deadline() throws Exception {
    Port chatty =
        new Port() {
          @Override
          public Heard next(Duration patience) {
            clock.step(Duration.ofSeconds(1));
            return patience.isPositive() ? new Heard.Line("^RSSI: 20") : new Heard.Nothing();
          }

          @Override
          public void write(String characters) {}
        };

    AtResponse answer = new AtDialogue(chatty, clock, urcs::add).ask(AtCommand.of("AT+CSQ"));

    assertThat(answer).isEqualTo(new AtResponse.Silence(Duration.ofSeconds(5), List.of()));
    assertThat(urcs).hasSize(5);
  }

  @Test
  void an_echo_is_no_part_of_the_answer() throws Exception {
    modem.echoing().on("AT+CGMI", "Modems & Sons", "OK");

    AtResponse answer = at.ask(AtCommand.free("AT+CGMI"));

    assertThat(answer).isEqualTo(new AtResponse.Ok(List.of("Modems & Sons")));
    assertThat(urcs).isEmpty();
  }

  @Test
  void a_registration_answer_is_told_from_the_unsolicited_line_of_the_same_name() throws Exception {
    modem.on("AT+CREG?", "+CREG: 2,\"00C3\",\"12\"", "+CREG: 2,1,\"00C3\",\"12\"", "OK");

    AtResponse answer = at.ask(AtCommand.registration("+CREG"));

    assertThat(answer.information()).containsExactly("+CREG: 2,1,\"00C3\",\"12\"");
    assertThat(urcs).containsExactly(new Urc("+CREG: 2,\"00C3\",\"12\"", ""));
  }

  @Test
  void errors_keep_their_family_and_number() throws Exception {
    modem.on("AT+A", "ERROR").on("AT+B", "+CME ERROR: 14").on("AT+C", "+CMS ERROR:500");
    modem.on("AT+D", "+CME ERROR: SIM busy");

    assertThat(ask("AT+A")).isEqualTo(new AtResponse.Refused(Family.NONE, -1));
    assertThat(ask("AT+B")).isEqualTo(new AtResponse.Refused(Family.CME, 14));
    assertThat(ask("AT+C")).isEqualTo(new AtResponse.Refused(Family.CMS, 500));
    assertThat(ask("AT+D")).isEqualTo(new AtResponse.Refused(Family.CME, -1));
  }

  @Test
  void a_line_that_was_waiting_before_the_command_is_no_part_of_its_answer() throws Exception {
    modem.say("+CSQ: 9,99", "OK").on("AT+CSQ", "+CSQ: 20,99", "OK");

    assertThat(ask("AT+CSQ")).isEqualTo(new AtResponse.Ok(List.of("+CSQ: 20,99")));
  }

  @Test
  void an_answer_that_comes_too_late_is_not_taken_for_the_next_one() throws Exception {
    modem.on("AT+COPS?").on("AT+CSQ", "+CSQ: 20,99", "OK");
    modem.on("AT", "OK").on("AT+CMEE?", "OK", "+CMEE: 1", "OK"); // the first OK is the late one

    assertThat(ask("AT+COPS?")).isInstanceOf(AtResponse.Silence.class);
    assertThat(ask("AT+CSQ")).isEqualTo(new AtResponse.Ok(List.of("+CSQ: 20,99")));
    assertThat(modem.written()).containsExactly("AT+COPS?", "^[", "AT", "AT+CMEE?", "AT+CSQ");
  }

  @Test
  void a_modem_that_answers_nothing_ends_the_session() {
    assertThatThrownBy(at::getInStep)
        .isInstanceOfSatisfying(
            ModemFault.class, e -> assertThat(e.kind()).isEqualTo(ModemFault.Kind.MUTE));
  }

  @Test
  void a_line_that_goes_away_ends_the_session() {
    modem.on("AT+CSQ", "+CSQ: 20,99", ScriptedLine.GONE);

    assertThatThrownBy(() -> ask("AT+CSQ"))
        .isInstanceOfSatisfying(
            ModemFault.class, e -> assertThat(e.kind()).isEqualTo(ModemFault.Kind.GONE));
  }

  private AtResponse ask(String command) throws InterruptedException {
    return at.ask(AtCommand.of(command));
  }
}

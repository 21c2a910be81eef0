package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT+CSQ", "+CSQ: 20,99", "OK")
          .on("AT+CPIN=\"2468\"", "OK")
          .on("AT+CUSD=1,\"*100#\",15", "OK", "+CUSD: 0,\"Balance 10.00", "for Ann\",15")
          .on("AT+CMGR=1", "+CMGR: 1,\"Ann\",24", "07912160130300F4040B912120550121F3", "OK");
  private final Trace trace = new Trace(clock, clock);
  private final AtDialogue at = new AtDialogue(trace.on(modem), clock, _ -> {});

  @Test
  void nothing_is_kept_unless_it_is_on() throws Exception {
    ask("AT+CSQ");
    assertThat(trace.lines()).isEmpty();

    trace.start(MINUTE);
    ask("AT+CSQ");
    trace.stop();
    ask("AT+CSQ");

    assertThat(trace.isOn()).isFalse();
    assertThat(trace.lines())
        .containsExactly(
            new Trace.Line(clock.instant(), true, "AT+CSQ"),
            new Trace.Line(clock.instant(), false, "+CSQ: 20,99"),
            new Trace.Line(clock.instant(), false, "OK"));
  }

  @Test
  void it_ends_by_itself_and_what_was_kept_can_still_be_read() throws Exception {
    trace.start(Duration.ofHours(1));
    ask("AT+CSQ");
    clock.step(Duration.ofHours(1));

    assertThat(trace.isOn()).isFalse();
    ask("AT+CSQ");
    assertThat(trace.lines()).hasSize(3);

    trace.start(MINUTE);
    assertThat(trace.lines()).isEmpty();
  }

  @Test
  void it_runs_for_an_hour_at_most() {
    assertThatThrownBy(() -> trace.start(Duration.ofMinutes(61)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> trace.start(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(trace.isOn()).isFalse();
  }

  @Test
  void of_many_lines_the_last_two_thousand_are_kept() throws Exception {
    trace.start(MINUTE);
    for (int i = 0; i < 700; i++) {
      ask("AT+CSQ");
    }
    modem.say("+CREG: 5");
    at.listen(Duration.ZERO);

    assertThat(trace.lines()).hasSize(Trace.MOST);
    assertThat(trace.lines().getLast().text()).isEqualTo("+CREG: 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AT+CPIN=\"2468\"", "AT+CUSD=1,\"*100#\",15", "AT+CMGR=1"})
  void no_pin_no_code_no_words_no_name_and_no_pdu_is_kept(String command) throws Exception {
    trace.start(MINUTE);

    ask(command);
    at.listen(Duration.ZERO);
    at.listen(Duration.ZERO);
    AtResponse _ =
        at.ask(AtCommand.payload("0011000B912120550121F30000A70A", Duration.ofSeconds(1)));
    modem.say("+CLIP: \"+12025550123\",145,\"Ann\"", "*ANN: owes 12", "#hello Ann", "AT HOME: Ann");
    for (int i = 0; i < 4; i++) {
      at.listen(Duration.ZERO);
    }

    assertThat(trace.lines()).hasSizeGreaterThan(4);
    assertThat(trace.lines().toString())
        .doesNotContain("2468", "*100", "10.00", "Ann", "0550", "2025550123", "owes");
  }

  private void ask(String command) throws InterruptedException {
    AtResponse _ = at.ask(AtCommand.of(command));
  }
}

package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsTest {
  private static final String HANG_UP = "AT+CHUP";
  private static final String NAMED = "+CLIP: \"+12025550123\",145,,,,0";

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock).on("AT+CLIP=1", "OK").on("AT+CLIP=0", "OK").on(HANG_UP, "OK");
  private final KeptArrivals arrivals = new KeptArrivals();
  private final AtDialogue at = new AtDialogue(modem, clock, urc -> calls().heard(urc));
  private final Calls calls = new Calls(at, arrivals.handover(clock), clock);

  private Calls calls() {
    return calls;
  }

  @Test
  void where_nobody_answers_a_call_is_told_once_and_nothing_is_said_to_the_modem() {
    ring(5);

    assertThat(arrivals.calls).containsExactly("withheld");
    assertThat(modem.written()).isEmpty();
  }

  @Test
  void where_callers_are_answered_the_number_is_told_once_and_the_call_is_rejected() {
    arrivals.answersCalls = true;
    turnFor(Duration.ofSeconds(1));

    modem.say("RING", NAMED);
    turnFor(Duration.ofSeconds(5));
    modem.say("RING", NAMED);
    turnFor(Duration.ofSeconds(5));

    assertThat(arrivals.calls).containsExactly("+12025550123");
    assertThat(modem.written()).containsExactly("AT+CLIP=1", HANG_UP, HANG_UP);
  }

  @Test
  void a_number_that_comes_after_a_ring_or_two_is_the_calls() {
    arrivals.answersCalls = true;
    turnFor(Duration.ofSeconds(1));

    modem.say("RING");
    turnFor(Duration.ofSeconds(2));
    assertThat(arrivals.calls).isEmpty();
    modem.say(NAMED);
    turnFor(Duration.ofSeconds(1));

    assertThat(arrivals.calls).containsExactly("+12025550123");
    assertThat(modem.written()).contains(HANG_UP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+CLIP: \"\",128,,,,1|withheld",
        "+CLIP: ,128|withheld",
        "+CLIP: \"12025550123\",145|+12025550123",
        "+CLIP: \"2025550123\",129|2025550123",
        "+CLIP: \"anonymous\",128|withheld",
      })
  void a_number_is_told_as_the_network_gives_it(String line, String told) {
    arrivals.answersCalls = true;
    turnFor(Duration.ofSeconds(1));

    modem.say("+CRING: VOICE", line);
    turnFor(Duration.ofSeconds(5));

    assertThat(arrivals.calls).containsExactly(told);
  }

  @Test
  void a_call_after_a_pause_and_one_of_another_number_are_calls_of_their_own() {
    arrivals.answersCalls = true;
    turnFor(Duration.ofSeconds(1));

    modem.say("RING", NAMED);
    turnFor(Duration.ofSeconds(20));
    modem.say("RING", NAMED);
    turnFor(Duration.ofSeconds(2));
    modem.say("RING", "+CLIP: \"+12025550124\",145");
    turnFor(Duration.ofSeconds(2));

    assertThat(arrivals.calls).containsExactly("+12025550123", "+12025550123", "+12025550124");
  }

  @Test
  void answering_is_switched_on_and_off_while_the_session_runs() {
    arrivals.answersCalls = true;
    turnFor(Duration.ofSeconds(1));
    arrivals.answersCalls = false;
    turnFor(Duration.ofSeconds(1));
    ring(3);

    assertThat(modem.written()).containsExactly("AT+CLIP=1", "AT+CLIP=0");
  }

  @Test
  void a_call_that_cannot_be_kept_is_rejected_all_the_same() {
    arrivals.answersCalls = true;
    turnFor(Duration.ofSeconds(1));
    arrivals.before(() -> {
      throw new IllegalStateException("no room");
    });

    modem.say("RING", NAMED);
    turnFor(Duration.ofSeconds(1));

    assertThat(modem.written()).containsExactly("AT+CLIP=1", HANG_UP);
  }

  private void ring(int times) {
    for (int i = 0; i < times; i++) {
      modem.say("RING");
      turnFor(Duration.ofSeconds(5));
    }
  }

  /// Takes turns until `time` has passed, as a session does.
  private void turnFor(Duration time) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      turn(end);
    }
  }

  private void turn(Instant end) {
    try {
      if (!calls.takeOne()) {
        Instant due = calls.due().isBefore(end) ? calls.due() : end;
        at.listen(Duration.between(clock.instant(), due));
      }
    } catch (IllegalStateException _) {
      clock.step(Duration.ofMillis(1)); // the loop logs it and goes on
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A text that the modem is made ready for before it may go.
class LeaveTest {
  private static final String TPDU = "0011000B912120550121F30000A70A";

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT", "OK")
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("AT+CMGF?", "+CMGF: 0", "OK");
  private final AtDialogue at = new AtDialogue(modem, clock, _ -> {});
  private final Submitter submitter =
      new Submitter(
          at,
          Profile.GENERIC.sending(),
          Profile.GENERIC.sending().patience(),
          clock,
          true,
          AnyDomain.of(at));

  @Test
  void a_text_that_is_not_to_go_after_all_is_not_handed_over_and_the_entry_is_left()
      throws Exception {
    modem.on("AT+CMGS=24", "> ");

    assertThat(submit(CompletableFuture.completedFuture(false)))
        .isInstanceOf(SendOutcome.NotTried.class);
    assertThat(submit(CompletableFuture.failedFuture(new IllegalStateException())))
        .isInstanceOf(SendOutcome.NotTried.class);
    assertThat(modem.written())
        .containsSubsequence("AT+CMGS=24", "^[", "AT+CMGS=24", "^[")
        .noneMatch(written -> written.contains(TPDU));
  }

  @Test
  void a_text_is_handed_over_once_it_may_go_and_not_before() throws Exception {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMGS: 7", "OK");
    CompletableFuture<Boolean> leave = new CompletableFuture<>();
    Job job = new Job(24, TPDU, false, leave);
    Thread owner = Thread.ofVirtual().start(() -> run(job));

    assertThat(owner.join(Duration.ofMillis(100))).isFalse();
    assertThat(modem.written()).endsWith("AT+CMGS=24");
    boolean _ = leave.complete(true);

    assertThat(job.outcome().get(10, TimeUnit.SECONDS)).isEqualTo(new SendOutcome.Accepted(7));
  }

  private void run(Job job) {
    try {
      submitter.run(job);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private SendOutcome submit(CompletableFuture<Boolean> leave) throws InterruptedException {
    Job job = new Job(24, TPDU, false, leave);
    submitter.run(job);
    return job.outcome().join();
  }
}

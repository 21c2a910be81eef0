package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.pdu.Pdu;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Stops the dispatcher dead at every step of its work and goes on from the rows alone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {
  /// The machine has stopped here; nothing after it happens.
  private static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// Counts steps and cuts the power at one of them. What was handed over outlives the cut.
  private static final class Fuse implements Sender {
    private final Map<String, Integer> handedOver = new HashMap<>();
    private int stepsLeft;
    private int reference;

    void step() {
      if (--stepsLeft == 0) {
        throw new PowerCut();
      }
    }

    @Override
    public String name() {
      return "sim-1";
    }

    @Override
    public boolean maySend() {
      return true;
    }

    @Override
    public CompletableFuture<SendOutcome> submit(
        Pdu pdu, boolean more, CompletableFuture<Boolean> leave) {
      step(); // the power goes before the modem is made ready for it
      return leave.thenApply(given -> given ? answer(pdu) : new SendOutcome.NotTried("withdrawn"));
    }

    private SendOutcome answer(Pdu pdu) {
      step(); // before the modem has it
      handedOver.merge(pdu.hex(), 1, Integer::sum);
      step(); // or after
      return new SendOutcome.Accepted(reference++);
    }
  }

  private static final int MORE_STEPS_THAN_THERE_ARE = 1000;

  private OutboxHome home;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new OutboxHome(directory);
  }

  @AfterAll
  void close() {
    home.close();
  }

  @BeforeEach
  void clear() {
    home.clear();
  }

  @Test
  void a_power_cut_at_any_step_sends_nothing_twice_and_loses_nothing() {
    int cut = 1;
    while (runWithCutAt(cut)) {
      home.clear();
      cut++;
    }

    assertThat(cut).isGreaterThan(15);
  }

  /// @return whether there was such a step
  private boolean runWithCutAt(int cut) {
    Fuse fuse = new Fuse();
    PhoneNumber patient = home.optedIn();
    List<Id> messages = new ArrayList<>();
    messages.add(home.queue(patient, "one"));
    messages.add(home.queue(patient, OutboxHome.LONG));
    messages.add(home.queue(patient, "two"));

    fuse.stepsLeft = cut;
    boolean wasCut = run(fuse);
    fuse.stepsLeft = MORE_STEPS_THAN_THERE_ARE;
    home.fresh().recover();
    OutboxHome.drain(home.outbox.lane(fuse));

    assertThat(fuse.handedOver.values()).as("cut at step %d", cut).allMatch(times -> times == 1);
    assertThat(messages).allSatisfy(message -> assertSettled(message, cut));
    assertThat(fuse.handedOver).hasSizeGreaterThanOrEqualTo(wasCut ? 2 : 5);
    return wasCut;
  }

  private boolean run(Fuse fuse) {
    home.outbox.listen((_, _, _) -> fuse.step());
    try {
      OutboxHome.drain(home.outbox.lane(fuse));
      return false;
    } catch (PowerCut _) {
      return true;
    } catch (CompletionException e) {
      assertThat(e).hasCauseInstanceOf(PowerCut.class);
      return true;
    }
  }

  private void assertSettled(Id message, int cut) {
    assertThat(home.state(message).kind())
        .as("cut at step %d", cut)
        .isIn(PartState.Kind.SUBMITTED, PartState.Kind.UNKNOWN);
  }

  @Test
  void a_lane_whose_sender_breaks_down_goes_on_and_leaves_that_part_unknown() {
    PhoneNumber patient = home.optedIn();
    Id first = home.queue(patient, "first");
    Id next = home.queue(patient, "next");
    Fuse fuse = new Fuse();
    fuse.stepsLeft = 2; // when it is given the first
    Lane lane = home.outbox.lane(fuse);

    try {
      OutboxHome.drain(lane);
    } catch (CompletionException _) {
      OutboxHome.drain(lane);
    }

    assertThat(home.state(first)).isEqualTo(new PartState.Unknown());
    assertThat(home.state(next)).isEqualTo(new PartState.Submitted(0));
  }

  @Test
  void a_claim_that_could_not_be_committed_is_made_again() {
    Id message = home.queue(home.optedIn(), "first");
    ScriptedSender modem = new ScriptedSender("sim-1");
    Lane lane = home.outbox.lane(modem);
    home.outbox.listen((_, _, _) -> {
      throw new PowerCut();
    });

    try {
      OutboxHome.drain(lane);
    } catch (PowerCut _) {
      home.outbox.listen((_, _, _) -> {});
    }
    assertThat(modem.texts()).isEmpty();
    home.pass(Duration.ofSeconds(10));
    OutboxHome.drain(lane);

    assertThat(modem.texts()).containsExactly("first");
    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(100));
  }
}

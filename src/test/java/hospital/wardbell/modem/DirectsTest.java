package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is given directly, while the database takes its time.
class DirectsTest {
  private static final String REPORT = ReceiverFixture.REPORT;
  private static final String HEADER = "+CDS: 26";

  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT", "OK")
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("AT+CPMS?", "+CPMS: \"ME\",0,20,\"ME\",0,20,\"ME\",0,20", "OK")
          .on("AT+CMGL=4", "OK")
          .on("AT+CNMA", "OK");
  private final KeptArrivals arrivals = new KeptArrivals();
  private final Deque<Runnable> database = new ArrayDeque<>();
  private int told;
  private final AtDialogue at = new AtDialogue(modem, clock, urc -> receiver().heard(urc));
  private final Announcing announcing = new Announcing(at);
  private final Receiver receiver =
      new Receiver(
          at,
          new Storage(at),
          announcing,
          new Handover("front", Optional::empty, arrivals, clock, database::add, () -> told++),
          new Vitals("front", _ -> {}, clock),
          clock);

  private Receiver receiver() {
    return receiver;
  }

  private void give() throws InterruptedException {
    receiver.start(true, 0);
    while (receiver.takeOne()) {
      // the look through the stores
    }
    modem.written().clear();
    modem.say(HEADER, REPORT);
    at.listen(Duration.ZERO);
    at.listen(Duration.ZERO);
    assertThat(receiver.takeOne()).isTrue();
  }

  @Test
  void the_owner_does_other_work_until_it_is_durable_and_acknowledges_it_then() throws Exception {
    give();

    assertThat(receiver.takeOne()).isFalse();
    assertThat(receiver.due()).isAfter(clock.instant());
    assertThat(modem.written()).isEmpty();

    database.remove().run();

    assertThat(told).isOne();
    assertThat(receiver.due()).isBefore(clock.instant());
    assertThat(receiver.takeOne()).isTrue();
    assertThat(arrivals.reports).containsExactly(REPORT);
    assertThat(modem.written()).containsExactly("AT+CNMA");
  }

  @Test
  void what_cannot_be_made_durable_is_not_acknowledged_and_offered_again() throws Exception {
    give();
    KeptArrivals _ = arrivals.refuse(true);
    database.remove().run();
    KeptArrivals _ = arrivals.refuse(false);

    assertThatThrownBy(receiver::takeOne).isInstanceOf(IllegalStateException.class);
    assertThat(modem.written()).isEmpty();
    clock.step(Duration.ofSeconds(5));
    assertThat(receiver.takeOne()).isTrue();
    database.remove().run();
    assertThat(receiver.takeOne()).isTrue();

    assertThat(arrivals.reports).containsExactly(REPORT);
    assertThat(modem.written()).containsExactly("AT+CNMA");
  }

  @Test
  void a_session_that_ends_meanwhile_waits_for_it_and_hands_it_on_once() throws Exception {
    give();
    Thread late = Thread.ofVirtual().start(() -> database.remove().run());

    receiver.finish();

    late.join();
    assertThat(arrivals.reports).containsExactly(REPORT);
  }

  @Test
  void what_was_not_durable_when_the_session_ended_is_handed_on_once_more() throws Exception {
    give();
    KeptArrivals _ = arrivals.refuse(true);
    database.remove().run();
    KeptArrivals _ = arrivals.refuse(false);

    receiver.finish();

    assertThat(arrivals.reports).containsExactly(REPORT);
  }
}

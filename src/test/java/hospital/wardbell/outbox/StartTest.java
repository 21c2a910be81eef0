package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.pdu.Pdu;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The dispatcher on its own threads.
@Timeout(60)
class StartTest {
  /// Answers when the test says so.
  private static final class SlowSender implements Sender {
    private final LinkedBlockingQueue<CompletableFuture<SendOutcome>> pending =
        new LinkedBlockingQueue<>();

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
      CompletableFuture<SendOutcome> answer = new CompletableFuture<>();
      return leave.thenCompose(given -> {
        assertThat(given).isTrue();
        pending.add(answer);
        return answer;
      });
    }

    CompletableFuture<SendOutcome> next() throws InterruptedException {
      return java.util.Objects.requireNonNull(pending.poll(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void a_queued_message_wakes_the_dispatcher_and_goes_out(@TempDir Path directory)
      throws InterruptedException {
    try (OutboxHome home = new OutboxHome(directory)) {
      PhoneNumber patient = home.optedIn();
      SlowSender modem = new SlowSender();
      LinkedBlockingQueue<PartState> heard = new LinkedBlockingQueue<>();
      home.outbox.listen((tx, _, worst) -> tx.afterCommit(() -> heard.add(worst)));
      home.outbox.start(List.of(modem));

      home.queue(patient, "one");
      CompletableFuture<SendOutcome> answer = modem.next();

      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new PartState.Submitting());
      answer.complete(new SendOutcome.Accepted(9));
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new PartState.Submitted(9));
    }
  }

  @Test
  void several_modems_empty_a_queue_without_a_double(@TempDir Path directory)
      throws InterruptedException {
    try (OutboxHome home = new OutboxHome(directory)) {
      int messages = 60;
      CountDownLatch submitted = new CountDownLatch(messages);
      AtomicInteger handedOver = new AtomicInteger();
      home.outbox.listen((tx, _, worst) -> {
        if (worst.kind() == PartState.Kind.SUBMITTED) {
          tx.afterCommit(submitted::countDown);
        }
      });
      home.outbox.start(
          List.of(
              counting("sim-1", handedOver),
              counting("sim-2", handedOver),
              counting("sim-3", handedOver)));
      PhoneNumber patient = home.optedIn();
      List<Id> queued = new ArrayList<>();
      for (int i = 0; i < messages; i++) {
        queued.add(home.queueBulk(patient, "text " + i));
      }

      assertThat(submitted.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(handedOver).hasValue(messages);
      assertThat(queued)
          .allMatch(message -> home.state(message).kind() == PartState.Kind.SUBMITTED);
    }
  }

  private static Sender counting(String name, AtomicInteger handedOver) {
    return new Sender() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public boolean maySend() {
        return true;
      }

      @Override
      public CompletableFuture<SendOutcome> submit(
          Pdu pdu, boolean more, CompletableFuture<Boolean> leave) {
        return leave.thenApply(given ->
            given
                ? new SendOutcome.Accepted(handedOver.getAndIncrement() % 256)
                : new SendOutcome.NotTried("withdrawn"));
      }
    };
  }

  @Test
  void what_a_crash_left_under_way_is_unknown_at_start_and_stays_unsent(@TempDir Path directory)
      throws InterruptedException {
    try (OutboxHome home = new OutboxHome(directory)) {
      Id lost = home.queue(home.optedIn(), "one");
      SlowSender dead = new SlowSender();
      Lane lane = home.outbox.lane(dead);
      Thread thread = Thread.ofVirtual().start(() -> OutboxHome.drain(lane));
      CompletableFuture<SendOutcome> never = dead.next();

      SlowSender modem = new SlowSender();
      home.fresh().start(List.of(modem));

      assertThat(home.state(lost)).isEqualTo(new PartState.Unknown());
      assertThat(modem.pending).isEmpty();
      never.complete(new SendOutcome.Accepted(1));
      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
      assertThat(home.state(lost)).isEqualTo(new PartState.Unknown());
    }
  }
}

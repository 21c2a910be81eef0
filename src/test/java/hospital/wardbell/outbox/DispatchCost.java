package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.pdu.Pdu;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// Prints what one part costs from one hand-over to the next, with 10 and with 10,000 texts queued,
/// durable commits and all, and with a long history; the modem answers at once. Run by hand: a
/// measurement is no test.
final class DispatchCost implements Sender {
  private static final int MEASURED = 2_000;
  private static final int BATCH = 500;
  private static final String COPY =
      """
      insert into outbox_part
        (id, message, part_number, part_total, concatenation, priority, place, queued_at,
         expires_at, eligible, state, since, moment, tries, modem, claimed_at, message_reference,
         recipient_tail, key_id)
      select ?, ?, 1, 1, 0, 1, place, queued_at, expires_at, 1, 'DELIVERED', since, since, 0,
        'sim-1', queued_at, 7, recipient_tail, key_id
      from outbox_part where message = ?
      """;

  private final List<Long> steps = new ArrayList<>();
  private long lastHandover;

  private DispatchCost() {}

  public static void main(String[] arguments) throws IOException {
    measure(10, 0);
    measure(10_000, 0);
    measure(10, 100_000);
    measure(10, 0);
    measure(10_000, 0);
  }

  private static void measure(int queued, int history) throws IOException {
    try (OutboxHome home = new OutboxHome(Files.createTempDirectory("dispatch-cost"))) {
      PhoneNumber patient = home.optedIn();
      DispatchCost modem = new DispatchCost();
      Lane lane = home.outbox.lane(modem);
      remember(home, history);
      while (modem.maySend()) {
        for (int i = 0; i < queued; i++) {
          home.queueBulk(patient, "Your visit is at 9:15.");
        }
        modem.lastHandover = 0;
        OutboxHome.drain(lane);
      }
      modem.print(queued, history);
    }
  }

  /// Fills the table with parts that were delivered long ago.
  private static void remember(OutboxHome home, int history) {
    Id like = home.queue(home.optedIn(), "Your visit was at 9:15.");
    for (int batch = 0; batch < history / BATCH; batch++) {
      home.base.store.change(tx -> {
        for (int i = 0; i < BATCH; i++) {
          tx.update(COPY, Id.random(), Id.random(), like);
        }
      });
    }
  }

  private void print(int queued, int history) {
    Collections.sort(steps);
    System.out.printf(
        Locale.ROOT,
        "%,6d queued, %,7d delivered before: median %.2f ms, 90 %% %.2f ms, 99 %% %.2f ms%n",
        queued,
        history,
        share(50),
        share(90),
        share(99));
  }

  private double share(int percent) {
    return steps.get(steps.size() * percent / 100) / 1e6;
  }

  @Override
  public String name() {
    return "sim-1";
  }

  @Override
  public boolean maySend() {
    return steps.size() < MEASURED;
  }

  @Override
  public CompletableFuture<SendOutcome> submit(
      Pdu pdu, boolean more, CompletableFuture<Boolean> leave) {
    return leave.thenApply(_ -> answer());
  }

  private SendOutcome answer() {
    long now = System.nanoTime();
    if (lastHandover != 0) {
      steps.add(now - lastHandover);
    }
    lastHandover = now;
    return new SendOutcome.Accepted(steps.size() % 256);
  }
}

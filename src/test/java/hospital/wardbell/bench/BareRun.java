package hospital.wardbell.bench;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Segments;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.pdu.Validity;
import hospital.wardbell.practice.JournalEntry.Answered;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/// Bare clients at work, each with a modem of its own.
final class BareRun {
  private BareRun() {}

  /// What one does with its modem.
  private interface Work {
    void with(BareClient client) throws IOException;
  }

  /// Sends `each` texts of one part by each of `modems` modems at the same time. A client hears of
  /// an answer before the modem's journal does, so the journals are waited for in the end.
  ///
  /// @return what each modem answered
  static List<List<Answered>> send(int modems, int each, Timing timing, Duration longest)
      throws IOException, InterruptedException {
    List<Pdu> texts = IntStream.range(0, each).mapToObj(BareRun::text).toList();
    try (Fleet fleet = Fleet.apart(modems, timing)) {
      List<FutureTask<Void>> runs = new ArrayList<>();
      for (VirtualModem modem : fleet.modems()) {
        runs.add(start(modem.path(), client -> client.send(texts)));
      }
      for (FutureTask<Void> run : runs) {
        finish(run, longest);
      }
      return fleet.awaitAnswers(modems * each, longest);
    }
  }

  /// Begins to read and delete `count` arrivals; give the task to [#finish].
  static FutureTask<Void> receiving(Path modem, int count) {
    return start(modem, client -> client.receive(count));
  }

  private static FutureTask<Void> start(Path modem, Work work) {
    FutureTask<Void> run =
        new FutureTask<>(() -> {
          try (BareClient client = BareClient.open(modem)) {
            work.with(client);
          }
          return null;
        });
    Thread.ofPlatform().daemon().name("bare-client").start(run);
    return run;
  }

  /// @throws IllegalStateException if it failed, or took longer
  static void finish(FutureTask<Void> run, Duration longest) throws InterruptedException {
    try {
      run.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the bare client did not come to its end", e);
    }
  }

  /// The PDU that the service makes of the same text.
  private static Pdu text(int number) {
    PhoneNumber to = Sending.PATIENTS.get(number % Sending.PATIENTS.size());
    Segments segments = Segments.of(Sending.text(number));
    return new Pdu(
        Optional.empty(),
        new SubmitTpdu(
            0,
            Address.of(to),
            0,
            segments.coding(),
            Optional.of(new Validity.Relative(Duration.ofHours(24))),
            false,
            true,
            false,
            segments.userData(1, 0)));
  }
}

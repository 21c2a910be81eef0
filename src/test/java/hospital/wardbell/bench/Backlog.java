package hospital.wardbell.bench;

import hospital.wardbell.base.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Texts that wait in the service's queue before there is a modem, so that the queue is full from
/// the first to the last.
final class Backlog {
  private static final int CALLERS = 6;
  private static final int NUMBERS_AN_AREA = 100;

  private final RunningService service;
  private int strangers;

  Backlog(RunningService service) {
    this.service = service;
  }

  /// Queues `count` texts to the known patients in turn.
  void add(int count, IntFunction<String> words) throws InterruptedException {
    each(
        count,
        i -> service.text(Sending.PATIENTS.get(i % Sending.PATIENTS.size()), words.apply(i)));
  }

  /// Queues `count` texts, each to somebody who was never texted before and so is bound to no line.
  void addToStrangers(int count, IntFunction<String> words) throws InterruptedException {
    int first = strangers;
    strangers += count;
    each(
        count,
        i -> {
          PhoneNumber stranger = stranger(first + i);
          service.addPatient("Bench Stranger %05d".formatted(first + i), stranger);
          service.text(stranger, words.apply(i));
        });
  }

  private static PhoneNumber stranger(int number) {
    return new PhoneNumber(
        "+1%d55501%02d".formatted(300 + number / NUMBERS_AN_AREA, number % NUMBERS_AN_AREA));
  }

  private interface Step {
    void take(int number);
  }

  private static void each(int count, Step step) throws InterruptedException {
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<?>> done = new ArrayList<>();
      IntStream.range(0, count).forEach(i -> done.add(callers.submit(() -> step.take(i))));
      for (Future<?> one : done) {
        Object _ = one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a text could not be queued", e.getCause());
    }
  }
}

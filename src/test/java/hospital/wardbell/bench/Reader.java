package hospital.wardbell.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/// Somebody who looks at one page after another, 50 a second, until told to end.
final class Reader {
  private static final Duration BETWEEN = Duration.ofMillis(20);

  private final Archive archive;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final List<Double> millis = new ArrayList<>(); // its own thread until it has ended
  private final Thread thread;

  private Reader(Archive archive) {
    this.archive = archive;
    this.thread = Thread.ofPlatform().unstarted(this::run);
  }

  static Reader start(Archive archive) {
    Reader reader = new Reader(archive);
    reader.thread.start();
    return reader;
  }

  private void run() {
    Random random = new Random(11);
    try {
      while (!ended.get()) {
        long start = System.nanoTime();
        archive.read(random);
        millis.add((System.nanoTime() - start) / 1e6);
        Patience.pass(BETWEEN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// How long each page took, in milliseconds.
  Sample end() throws InterruptedException {
    ended.set(true);
    thread.join();
    return new Sample(millis.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

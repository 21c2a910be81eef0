package hospital.wardbell.backup;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Has one thing done with backups at a time. Whoever comes meanwhile waits a moment, since most of
/// what the daily loop does is short, and is refused if it was not. Any thread that may wait.
final class OneAtATime {
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore place = new Semaphore(1);
  private final Runnable after;

  /// @param after run behind each, whatever came of it
  OneAtATime(Runnable after) {
    this.after = after;
  }

  /// @throws BackupFault of kind BUSY if something else is still being done after [#PATIENCE]
  <T> T run(Supplier<T> work) {
    if (!isFree()) {
      throw new BackupFault(
          BackupFault.Kind.BUSY,
          "A backup is being made, read or tried out at this moment. Try again when it has ended.");
    }
    try {
      return work.get();
    } finally {
      after.run();
      place.release();
    }
  }

  private boolean isFree() {
    try {
      return place.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

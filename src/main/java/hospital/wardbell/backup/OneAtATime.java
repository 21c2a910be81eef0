package hospital.wardbell.backup;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Has one thing done with backups at a time; whoever comes meanwhile is refused. Any thread.
final class OneAtATime {
  private final Semaphore place = new Semaphore(1);
  private final Runnable after;

  /// @param after run behind each, whatever came of it
  OneAtATime(Runnable after) {
    this.after = after;
  }

  /// @throws BackupFault of kind BUSY if something else is being done
  <T> T run(Supplier<T> work) {
    if (!place.tryAcquire()) {
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
}

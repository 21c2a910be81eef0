package hospital.wardbell.modem;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// What waits to be done by one modem: texts and errands, a bounded number of each. Any thread
/// asks; the owner takes.
final class Requests {
  private static final int JOBS = 16;
  private static final int CHORES = 8;
  private static final String ENOUGH = "the modem has enough to do";

  private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(JOBS);
  private final BlockingQueue<Chore> chores = new ArrayBlockingQueue<>(CHORES);

  Queue<Job> jobs() {
    return jobs;
  }

  Queue<Chore> chores() {
    return chores;
  }

  /// One too many is settled at once.
  void add(Job job) {
    if (!jobs.offer(job)) {
      job.settle(new SendOutcome.NotTried(ENOUGH));
    }
  }

  /// One too many is settled at once.
  void add(Chore chore) {
    if (!chores.offer(chore)) {
      chore.settle(new ErrandOutcome.Untold(ENOUGH));
    }
  }

  void refuseAll(String why) {
    for (Job job = jobs.poll(); job != null; job = jobs.poll()) {
      job.settle(new SendOutcome.NotTried(why));
    }
    for (Chore chore = chores.poll(); chore != null; chore = chores.poll()) {
      chore.settle(new ErrandOutcome.Untold(why));
    }
  }
}

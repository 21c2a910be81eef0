package hospital.wardbell.web;

import hospital.wardbell.base.Incident;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Runs each request on a virtual thread of its own, a bounded number at a time.
///
/// Virtual threads have no pool to bound them, so two semaphores do: one for those that run, one
/// for those that run or wait. Any thread.
final class Pages {
  private static final Logger LOG = System.getLogger(Pages.class.getName());

  private final Semaphore running;
  private final Semaphore admitted;
  private final Duration queueing;

  Pages(Limits limits) {
    running = new Semaphore(limits.pages(), true);
    admitted = new Semaphore(limits.pages() + limits.waiting());
    queueing = limits.queueing();
  }

  /// Exactly one of the two is run: `work` in its turn, or `turnedAway` if there is no room or the
  /// turn does not come in time. Never blocks the caller.
  void run(Runnable work, Runnable turnedAway) {
    if (!admitted.tryAcquire()) {
      turnedAway.run();
      return;
    }
    Thread.ofVirtual().name("page").start(() -> inTurn(work, turnedAway));
  }

  private void inTurn(Runnable work, Runnable turnedAway) {
    try {
      if (!running.tryAcquire(queueing.toNanos(), TimeUnit.NANOSECONDS)) {
        turnedAway.run();
        return;
      }
      try {
        work.run();
      } finally {
        running.release();
      }
    } catch (InterruptedException e) {
      LOG.log(Level.WARNING, Incident.of(e).line("page"));
      turnedAway.run();
    } finally {
      admitted.release();
    }
  }
}

package hospital.wardbell.base;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A place where a loop waits until it is woken or its time is up.
///
/// One thread waits, any thread wakes. A wake that comes while nobody waits is kept, once: the next
/// wait returns at once. Tests put their own in its place and step it.
public interface Pause {
  /// Waits for [#wake] or for `longest`, whichever is first.
  void await(Duration longest) throws InterruptedException;

  void wake();

  /// A pause on the machine's own clock.
  static Pause real() {
    return new Pause() {
      private final Semaphore woken = new Semaphore(0);

      @Override
      public void await(Duration longest) throws InterruptedException {
        boolean _ = woken.tryAcquire(Math.max(0, longest.toNanos()), TimeUnit.NANOSECONDS);
        woken.drainPermits();
      }

      @Override
      public void wake() {
        if (woken.availablePermits() == 0) {
          woken.release();
        }
      }
    };
  }
}

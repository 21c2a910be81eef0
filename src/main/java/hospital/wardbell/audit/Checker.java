package hospital.wardbell.audit;

import hospital.wardbell.base.Loop;
import hospital.wardbell.base.Pause;
import hospital.wardbell.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Checks the whole record beside everything else: after the start, once a day, and when somebody
/// asks. Any thread may ask; a loop of its own does it.
final class Checker implements AutoCloseable {
  private static final Duration DAILY = Duration.ofDays(1);
  // Between two pages, so that others come to the disk and the processor.
  private static final Duration BREATH = Duration.ofMillis(4);

  private final Store store;
  private final NoteSigner signer;
  private final InstantSource clock;
  private final Runnable told;
  private final Pause breath = Pause.real();
  private volatile Progress progress = new Progress(0, 0, false, 0, 0, Optional.empty());
  private volatile boolean closing;
  private long wanted; // guarded by this
  private Optional<Loop> loop = Optional.empty(); // guarded by this

  /// @param told called after each check
  Checker(Store store, NoteSigner signer, InstantSource clock, Runnable told) {
    this.store = store;
    this.signer = signer;
    this.clock = clock;
    this.told = told;
  }

  synchronized void start() {
    wanted = 1;
    loop = Optional.of(Loop.start("audit-check", this::turn));
  }

  /// Has the record checked once more, from its beginning.
  ///
  /// @return the number of that check; it is done when [Progress#done] is no smaller
  synchronized long ask() {
    // One under way may have passed over what has changed since.
    wanted = progress.begun() + 1;
    loop.ifPresent(Loop::wake);
    return wanted;
  }

  Progress progress() {
    return progress;
  }

  private Duration turn() {
    boolean asked;
    synchronized (this) {
      asked = progress.done() > 0 && wanted > progress.done();
    }
    long number = progress.begun() + 1;
    Progress before = progress;
    progress = new Progress(number, before.done(), true, 0, 0, before.last());
    try {
      StoredLog log = new StoredLog(store, asked ? this::endIfClosing : this::breathe);
      long of = store.read(EntryTable::end);
      Report report =
          new Check(log, signer.verifier(), looked -> progress = progress.at(looked, of))
              .run(List.of());
      progress = progress.ended(number, new Progress.Last(report, clock.instant()));
    } catch (Closing _) {
      progress = progress.ended(before.done(), before.last());
      return DAILY;
    } catch (RuntimeException e) {
      progress = progress.ended(before.done(), before.last());
      throw e;
    }
    told.run();
    synchronized (this) {
      return wanted > progress.done() ? Duration.ZERO : DAILY;
    }
  }

  private void breathe() {
    endIfClosing();
    try {
      breath.await(BREATH);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void endIfClosing() {
    if (closing) {
      throw new Closing();
    }
  }

  /// The service ends while a check is under way.
  private static final class Closing extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public void close() {
    closing = true;
    Optional<Loop> running;
    synchronized (this) {
      running = loop;
    }
    running.ifPresent(Loop::close);
  }
}

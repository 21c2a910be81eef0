package hospital.wardbell.base;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// A named virtual thread that takes turns at one kind of work until it is closed.
///
/// Each turn says how long the loop may rest before the next; [#wake] ends the rest early. A turn
/// that throws is logged with an incident id and the loop goes on after [#AFTER_FAULT]; the class
/// of the exception is logged, never its message, which may hold what a patient wrote. A turn is
/// never interrupted: closing waits for it to end.
public final class Loop implements AutoCloseable {
  /// One turn of work.
  public interface Turn {
    /// @return how long the loop may rest; zero to go on at once
    Duration take() throws InterruptedException;
  }

  private static final Logger LOG = System.getLogger(Loop.class.getName());
  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(20);

  private final String name;
  private final Turn turn;
  private final Pause pause;
  private final AtomicLong turns = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;

  private Loop(String name, Turn turn, Pause pause) {
    this.name = name;
    this.turn = turn;
    this.pause = pause;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  public static Loop start(String name, Turn turn) {
    return start(name, turn, Pause.real());
  }

  /// @param pause where the loop rests; its own, never shared
  public static Loop start(String name, Turn turn, Pause pause) {
    Loop loop = new Loop(name, turn, pause);
    loop.thread.start();
    return loop;
  }

  /// Ends the present or the next rest. Any thread.
  public void wake() {
    pause.wake();
  }

  /// Turns begun so far; a watchdog that sees it stand still longer than the longest rest knows
  /// that the loop hangs.
  public long turns() {
    return turns.get();
  }

  private void run() {
    try {
      while (!closing) {
        pause.await(oneTurn());
      }
    } catch (InterruptedException e) {
      LOG.log(Level.DEBUG, "{0} was interrupted and ends", name);
    }
  }

  private Duration oneTurn() throws InterruptedException {
    turns.incrementAndGet();
    try {
      return turn.take();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, Incident.of(e).line(name));
      return AFTER_FAULT;
    }
  }

  /// Ends the loop after its present turn; waits up to 20 seconds for that. Any thread but its own.
  @Override
  public void close() {
    closing = true;
    pause.wake();
    try {
      boolean _ = thread.join(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

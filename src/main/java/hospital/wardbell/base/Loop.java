package hospital.wardbell.base;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// A named virtual thread that takes turns at one kind of work until it is closed.
///
/// Each turn says how long the loop may rest before the next; [#wake] ends the rest early. A turn
/// that throws is logged as an [Incident] and the loop goes on after [#AFTER_FAULT], after twice
/// that if the next turn throws too, and so on up to [#LONGEST_AFTER_FAULT]. Nobody of ours
/// interrupts a turn: closing waits for it to end, and an interrupt from elsewhere ends no loop.
public final class Loop implements AutoCloseable {
  /// One turn of work.
  public interface Turn {
    /// @return how long the loop may rest; zero to go on at once
    Duration take() throws InterruptedException;
  }

  private static final Logger LOG = System.getLogger(Loop.class.getName());
  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
  private static final Duration LONGEST_AFTER_FAULT = Duration.ofSeconds(30);
  private static final Duration CLOSING = Duration.ofSeconds(20);

  private final String name;
  private final Turn turn;
  private final Pause pause;
  private final AtomicLong turns = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;
  private Duration afterFault = AFTER_FAULT; // the loop's own thread only

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
    while (!closing) {
      try {
        pause.await(oneTurn());
      } catch (InterruptedException e) {
        LOG.log(Level.WARNING, "{0} was interrupted; it goes on", name);
      }
    }
  }

  private Duration oneTurn() throws InterruptedException {
    turns.incrementAndGet();
    try {
      Duration rest = turn.take();
      afterFault = AFTER_FAULT;
      return rest;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, Incident.of(e).line(name));
      return afterFault();
    }
  }

  private Duration afterFault() {
    Duration now = afterFault;
    Duration twice = now.multipliedBy(2);
    afterFault = twice.compareTo(LONGEST_AFTER_FAULT) < 0 ? twice : LONGEST_AFTER_FAULT;
    return now;
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

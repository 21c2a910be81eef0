package hospital.wardbell.modem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What was said on a modem's line, for finding out what is wrong with it: switched on for a while,
/// kept in memory, [#MOST] lines at most, redacted as the log is. Any thread.
public final class Trace {
  /// After this it ends by itself.
  public static final Duration LONGEST = Duration.ofHours(1);

  /// The oldest are dropped for newer ones.
  public static final int MOST = 2_000;

  /// One line that was said.
  ///
  /// @param ours whether we wrote it; else the modem did
  /// @param text without numbers, texts, names, codes and PDUs
  public record Line(Instant at, boolean ours, String text) {}

  private final InstantSource clock;
  private final InstantSource ticks;
  private final Deque<Line> lines = new ArrayDeque<>(); // guarded by this
  private volatile boolean on;
  private volatile Instant until = Instant.MIN;

  /// @param ticks a clock that nobody sets, which ends it
  Trace(InstantSource clock, InstantSource ticks) {
    this.clock = clock;
    this.ticks = ticks;
  }

  /// Begins anew and forgets what was kept.
  ///
  /// @throws IllegalArgumentException if `time` is nothing or more than [#LONGEST]
  public synchronized void start(Duration time) {
    if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a trace runs for an hour at most");
    }
    lines.clear();
    until = ticks.instant().plus(time);
    on = true;
  }

  /// Ends it; what was kept stays until the next start.
  public void stop() {
    on = false;
  }

  public boolean isOn() {
    return on && ticks.instant().isBefore(until);
  }

  /// What is kept, oldest first.
  public synchronized List<Line> lines() {
    return List.copyOf(lines);
  }

  /// `port`, and what is said on it is kept while this is on.
  Port on(Port port) {
    return new Port() {
      @Override
      public Heard next(Duration patience) throws InterruptedException {
        Heard heard = port.next(patience);
        if (isOn()) {
          keep(heard);
        }
        return heard;
      }

      @Override
      public void write(String characters) throws InterruptedException {
        if (isOn()) {
          keep(true, Redaction.ofWritten(characters));
        }
        port.write(characters);
      }

      @Override
      public void use(Writing writing) {
        port.use(writing);
      }
    };
  }

  private void keep(Heard heard) {
    switch (heard) {
      case Heard.Line(var text) -> keep(false, Redaction.of(text));
      case Heard.Prompt() -> keep(false, ">");
      case Heard.Gone(var why) -> keep(false, "(" + why.kind().code() + ")");
      case Heard.Echo _, Heard.Wake(), Heard.Nothing() -> {}
    }
  }

  private synchronized void keep(boolean ours, String text) {
    if (lines.size() == MOST) {
      lines.removeFirst();
    }
    lines.addLast(new Line(clock.instant(), ours, text));
  }
}

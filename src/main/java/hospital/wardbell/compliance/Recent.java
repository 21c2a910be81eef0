package hospital.wardbell.compliance;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Different things that happened within the last hour or so, and how many. Not for two threads.
final class Recent {
  private final Duration window;
  private final int most;
  private final SequencedMap<String, Instant> latest = new LinkedHashMap<>();

  /// @param most more are not counted
  Recent(Duration window, int most) {
    this.window = window;
    this.most = most;
  }

  /// Something happened, perhaps again.
  ///
  /// @param at not before that of the call before; where it is, the clock was put back and nothing
  ///   of before counts
  /// @return how many different things happened within the window up to then
  int add(String what, Instant at) {
    if (!latest.isEmpty() && at.isBefore(latest.lastEntry().getValue())) {
      latest.clear();
    }
    boolean _ = latest.remove(what) != null;
    latest.putLast(what, at);
    while (latest.size() > most || isOver(at)) {
      latest.pollFirstEntry();
    }
    return latest.size();
  }

  private boolean isOver(Instant now) {
    return !latest.firstEntry().getValue().plus(window).isAfter(now);
  }

  /// Nothing of before counts any more.
  void clear() {
    latest.clear();
  }
}

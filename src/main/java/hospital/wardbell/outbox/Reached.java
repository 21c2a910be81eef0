package hospital.wardbell.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Whom one SIM has texted within some time.
final class Reached {
  private final Duration window;
  private final LinkedHashMap<Long, Instant> last = new LinkedHashMap<>(); // oldest first
  private Instant latest = Instant.EPOCH;
  private Optional<Long> newest = Optional.empty();

  Reached(Duration window) {
    this.window = window;
  }

  void add(long recipient, Instant at) {
    newest = last.remove(recipient) == null ? Optional.of(recipient) : Optional.empty();
    last.put(recipient, at);
    latest = at;
  }

  /// Takes back the one that was added last, if it had not been there before.
  void removeLast() {
    newest.ifPresent(last::remove);
    newest = Optional.empty();
  }

  /// When `recipient` may be texted with at most `most` in any window; not later than `now` if at
  /// once.
  Instant opens(long recipient, int most, Instant now) {
    forget(now);
    int tooMany = last.size() - most;
    if (tooMany < 0 || last.containsKey(recipient)) {
      return Instant.EPOCH;
    }
    return last.values().stream().skip(tooMany).findFirst().orElseThrow().plus(window);
  }

  private void forget(Instant now) {
    if (latest.isAfter(now)) { // the clock was set back
      last.replaceAll((_, at) -> at.isAfter(now) ? now : at);
      latest = now;
    }
    Instant since = now.minus(window);
    Iterator<Map.Entry<Long, Instant>> oldest = last.entrySet().iterator();
    while (oldest.hasNext() && !oldest.next().getValue().isAfter(since)) {
      oldest.remove();
    }
  }
}

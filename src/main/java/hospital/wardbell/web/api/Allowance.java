package hospital.wardbell.web.api;

import hospital.wardbell.base.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often each token may call: a bucket of [#BURST] calls that fills by [#PER_SECOND]. Any
/// thread.
///
/// Remembers the tokens used last; one that was forgotten begins with a full bucket.
final class Allowance {
  static final int BURST = 40;
  static final int PER_SECOND = 20;
  private static final int REMEMBERED = 1_000;

  private record Bucket(double calls, Instant at) {}

  private final InstantSource clock;
  private final Map<Id, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  Allowance(InstantSource clock) {
    this.clock = clock;
  }

  /// Takes one call of `token`'s; false if there is none left.
  synchronized boolean take(Id token) {
    Instant now = clock.instant();
    Bucket before = buckets.getOrDefault(token, new Bucket(BURST, now));
    double seconds = Math.max(0, Duration.between(before.at(), now).toMillis() / 1000.0);
    double calls = Math.min(BURST, before.calls() + seconds * PER_SECOND);
    boolean left = calls >= 1;
    buckets.put(token, new Bucket(left ? calls - 1 : calls, now));
    return left;
  }
}

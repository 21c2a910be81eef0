package hospital.wardbell.identity;

import java.time.Duration;

/// How long somebody waits after so many failed sign-ins in a row.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#throttle NIST SP 800-63B-4 §3.2.2
enum Backoff {
  /// One account, by its login: each failure doubles the wait from one second up to a minute, and
  /// every tenth locks the account for a quarter of an hour.
  ACCOUNT(0, 10, Duration.ofDays(1)),
  /// One address: ten failures are free, since a ward may share it; it is slowed, never locked.
  ORIGIN(10, Integer.MAX_VALUE, Duration.ofMinutes(15));

  static final Duration LOCK = Duration.ofMinutes(15);
  private static final long LONGEST_SECONDS = 60;
  private static final int DOUBLINGS = 6; // 2^6 s is above the longest already

  private final int free;
  private final int lock;
  private final Duration memory;

  Backoff(int free, int lock, Duration memory) {
    this.free = free;
    this.lock = lock;
    this.memory = memory;
  }

  /// After so long without a failure they begin again at none.
  Duration memory() {
    return memory;
  }

  /// Whether the last of `failures` locked it.
  boolean locks(int failures) {
    return failures > 0 && failures % lock == 0;
  }

  Duration after(int failures) {
    if (locks(failures)) {
      return LOCK;
    }
    int counted = failures % lock - free;
    return counted <= 0
        ? Duration.ZERO
        : Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << Math.min(counted - 1, DOUBLINGS)));
  }
}

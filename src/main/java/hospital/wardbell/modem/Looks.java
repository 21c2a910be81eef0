package hospital.wardbell.modem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Which store is to be looked through next, and when: the own one every minute, all of them at the
/// start and every hour. The owner's thread only.
final class Looks {
  private static final Duration BETWEEN = Duration.ofSeconds(60);
  private static final Duration BETWEEN_ALL = Duration.ofHours(1);

  /// A modem may say again and again that it is full.
  private static final Duration BETWEEN_FULL = Duration.ofSeconds(10);

  private final Storage storage;
  private final InstantSource ticks;
  private final Deque<String> toLook = new ArrayDeque<>();
  private Instant next;
  private Instant nextAtAll = Instant.MIN;
  private Instant lastAtAll = Instant.MIN;

  Looks(Storage storage, InstantSource ticks) {
    this.storage = storage;
    this.ticks = ticks;
    this.next = ticks.instant();
  }

  /// Through all stores, now.
  void atAll() {
    toLook.addAll(storage.all());
    lastAtAll = ticks.instant();
    nextAtAll = lastAtAll.plus(BETWEEN_ALL);
  }

  /// Through all stores that do not wait for it already.
  void elsewhere() {
    storage.all().stream().filter(s -> !toLook.contains(s)).forEach(toLook::add);
  }

  /// A store is full, the modem does not say where for certain.
  void full() {
    Instant soonest = lastAtAll.plus(BETWEEN_FULL);
    if (soonest.isBefore(nextAtAll)) {
      nextAtAll = soonest;
    }
  }

  /// Through the own store, now.
  void soon() {
    next = ticks.instant();
  }

  /// When there will be one to look through.
  Instant due() {
    if (!toLook.isEmpty()) {
      return Instant.MIN;
    }
    return next.isBefore(nextAtAll) ? next : nextAtAll;
  }

  /// The store to look through now, if one is due.
  Optional<String> take() {
    Instant now = ticks.instant();
    if (toLook.isEmpty() && !now.isBefore(nextAtAll)) {
      atAll();
    } else if (toLook.isEmpty() && !now.isBefore(next)) {
      toLook.add(storage.own());
    }
    if (!toLook.isEmpty()) {
      next = now.plus(BETWEEN);
    }
    return Optional.ofNullable(toLook.pollFirst());
  }
}

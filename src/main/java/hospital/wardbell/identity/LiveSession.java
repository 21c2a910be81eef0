package hospital.wardbell.identity;

import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// A session in memory: its row, the person, and when the person last did something. Any thread.
final class LiveSession {
  /// How far the row's time of last activity may lag behind. After a restart a session ends so much
  /// sooner at worst.
  static final Duration LAG = Duration.ofMinutes(1);

  private final SessionTable.Kept row;
  private final Staff staff;
  private final Settings settings;
  private final AtomicReference<Instant> active;
  private final AtomicReference<Instant> written;
  private final AtomicBoolean locked;
  private final AtomicReference<Browser> browser;

  LiveSession(SessionTable.Kept row, Staff staff, Settings settings) {
    this.row = row;
    this.staff = staff;
    this.settings = settings;
    this.active = new AtomicReference<>(row.active());
    this.written = new AtomicReference<>(row.active());
    this.locked = new AtomicBoolean(row.locked().isPresent());
    this.browser = new AtomicReference<>(row.browser());
  }

  Session session() {
    return new Session(row.id(), staff, row.csrf(), idleEnds(), ends(), locked.get());
  }

  /// Whoever can write the row makes it no longer: since when it runs is proven.
  private Instant ends() {
    Instant latest = row.began().plus(limits().longest());
    return row.ends().isBefore(latest) ? row.ends() : latest;
  }

  private SessionLimits limits() {
    return SessionLimits.of(staff.roles(), settings);
  }

  SessionTable.Kept row() {
    return row;
  }

  void browser(Browser known) {
    browser.set(known);
  }

  Browser browser() {
    return browser.get();
  }

  /// When its person last did something.
  Instant active() {
    return active.get();
  }

  private Instant idleEnds() {
    return active.get().plus(limits().idle());
  }

  /// Why it is over, if it is. Nobody knows how long it has idled once the clock was set back.
  Optional<String> over(Instant now) {
    if (!now.isBefore(ends())) {
      return Optional.of("age");
    }
    if (now.isBefore(active.get().minus(limits().idle()))) {
      return Optional.of("clock");
    }
    return now.isBefore(idleEnds()) ? Optional.empty() : Optional.of("idle");
  }

  /// Whether it has idled so long that it must be locked, and is not yet.
  boolean isLockDue(Instant now) {
    return !locked.get() && !now.isBefore(active.get().plus(limits().lock()));
  }

  void lock() {
    locked.set(true);
  }

  void unlock(Instant now) {
    touch(now);
    locked.set(false);
  }

  boolean isLocked() {
    return locked.get();
  }

  /// Notes that the person did something.
  ///
  /// @return whether the caller should write it into the row
  boolean touch(Instant now) {
    active.accumulateAndGet(now, (a, b) -> a.isAfter(b) ? a : b);
    Instant before = written.get();
    return !now.isBefore(before.plus(LAG)) && written.compareAndSet(before, now);
  }
}

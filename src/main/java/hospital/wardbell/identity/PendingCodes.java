package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Those who gave the right password and owe the code: in memory, for five minutes, at most
/// [#MOST], the oldest dropped first. Any thread.
final class PendingCodes {
  private record Due(Staff staff, Instant until) {}

  static final Duration PATIENCE = Duration.ofMinutes(5);
  static final int MOST = 1_000;

  private final SequencedMap<Id, Due> due = new LinkedHashMap<>();

  Id add(Staff staff, Instant now) {
    Id pending = Id.random();
    restore(pending, staff, now);
    return pending;
  }

  /// Puts back what [#remove] took, because the change it was for has been undone.
  synchronized void restore(Id pending, Staff staff, Instant now) {
    due.putLast(pending, new Due(staff, now.plus(PATIENCE)));
    if (due.size() > MOST) {
      due.pollFirstEntry();
    }
  }

  synchronized Optional<Staff> find(Id pending, Instant now) {
    return Optional.ofNullable(due.get(pending))
        .filter(d -> now.isBefore(d.until()))
        .map(Due::staff);
  }

  synchronized void forget(String login) {
    due.values().removeIf(d -> d.staff().login().equals(login));
  }

  /// @return whether it was still there
  synchronized boolean remove(Id pending) {
    return due.remove(pending) != null;
  }
}

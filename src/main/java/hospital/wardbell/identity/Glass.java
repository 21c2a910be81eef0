package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import java.time.Duration;
import java.time.Instant;

/// That somebody may read one more team's conversations until a moment, in one session:
/// break-glass.
///
/// @param use names it in the record
public record Glass(Id use, Id session, Id staff, Id team, Instant begun, Instant until) {
  // How far the clock may be put back before nobody knows how long it has been.
  private static final Duration SLACK = Duration.ofMinutes(1);

  /// What it grants, beside what the person's roles do.
  String permission() {
    return Permission.READ_CONVERSATIONS.of(team);
  }

  boolean holds(Instant now) {
    return now.isBefore(until) && !now.isBefore(begun.minus(SLACK));
  }

  /// What is left of it, at `now`.
  public Duration left(Instant now) {
    Duration left = Duration.between(now, until);
    return left.isNegative() ? Duration.ZERO : left;
  }
}

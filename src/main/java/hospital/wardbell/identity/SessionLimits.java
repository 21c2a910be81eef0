package hospital.wardbell.identity;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;

/// How long a session runs, by what its person's roles are there for. A screen that shows patients
/// is locked soon and kept for an hour, so that a nurse who comes back finds the place; one that
/// shows the box or the record ends instead.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#aal2reauth NIST SP 800-63B-4 §2.2.3 (an
///   hour without activity, a day at most)
/// @spec https://www.ecfr.gov/current/title-45/section-164.312#a-2-iii 45 CFR 164.312(a)(2)(iii)
/// @param lock without an act of the person, until it is locked
/// @param idle without an act, until it ends
/// @param longest until it ends in any case
record SessionLimits(Duration lock, Duration idle, Duration longest) {
  private static final SessionLimits CARE =
      new SessionLimits(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(12));
  private static final SessionLimits OTHERS =
      new SessionLimits(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(8));

  /// The longest that any session idles.
  static final Duration LONGEST_IDLE = CARE.idle();

  static SessionLimits of(Collection<Role> roles) {
    return roles.stream()
        .map(role -> role.duty() == Duty.CARE ? CARE : OTHERS)
        .min(Comparator.comparing(SessionLimits::idle))
        .orElse(OTHERS);
  }
}

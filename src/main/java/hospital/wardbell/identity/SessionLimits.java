package hospital.wardbell.identity;

import hospital.wardbell.settings.SessionTimes;
import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;

/// How long a session runs, by what its person's roles are there for, as set at the moment of
/// asking. Unless somebody sets it otherwise, a screen that shows patients is locked soon and kept
/// for an hour, so that a nurse who comes back finds the place; one that shows the box or the
/// record ends instead.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.312#a-2-iii 45 CFR 164.312(a)(2)(iii)
/// @param lock without an act of the person, until it is locked
/// @param idle without an act, until it ends
/// @param longest until it ends in any case
record SessionLimits(Duration lock, Duration idle, Duration longest) {
  /// The longest that any session may idle, however it is set.
  static final Duration LONGEST_IDLE = Duration.ofMinutes(SessionTimes.MOST_IDLE);

  static SessionLimits of(Collection<Role> roles, Settings settings) {
    return roles.stream()
        .map(role -> of(role.duty(), settings))
        .min(Comparator.comparing(SessionLimits::idle))
        .orElseGet(() -> of(Duty.BOX, settings));
  }

  private static SessionLimits of(Duty duty, Settings settings) {
    SessionTimes times = SessionTimes.parse(settings.text(key(duty)));
    return new SessionLimits(
        Duration.ofMinutes(times.lock()),
        Duration.ofMinutes(times.idle()),
        Duration.ofMinutes(times.longest()));
  }

  private static Settings.Key key(Duty duty) {
    return switch (duty) {
      case CARE -> Settings.Key.SESSIONS_CARE;
      case PRIVACY -> Settings.Key.SESSIONS_PRIVACY;
      case AUDIT -> Settings.Key.SESSIONS_AUDIT;
      case BOX -> Settings.Key.SESSIONS_BOX;
    };
  }
}

package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.util.Map;

/// That somebody has left: everything that was done about it, all at the same moment.
///
/// @param by who did it, as [hospital.wardbell.base.Actor#label] has it
/// @param steps how many of each there were; each step is in it, also where there was nothing to do
public record OffBoarding(Id id, Id person, Instant at, String by, Map<Step, Integer> steps) {
  public OffBoarding {
    steps = Map.copyOf(steps);
  }

  /// What is done, in this order.
  public enum Step {
    /// The account lets its person in no more.
    DISABLED,
    /// Sessions that ended.
    SESSIONS,
    /// One-time links that are void.
    LINKS,
    /// API tokens that the person had made.
    TOKENS,
    /// Teams that the person is in no more.
    TEAMS,
    APP,
    PASSKEYS,
    RECOVERY_CODES,
    /// Codes by which an app could be set up.
    ENROLMENTS,
    PIN,
    /// Addresses for alerts.
    ADDRESSES
  }

  public int many(Step step) {
    return steps.getOrDefault(step, 0);
  }
}

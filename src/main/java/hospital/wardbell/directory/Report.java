package hospital.wardbell.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What came of a look at the directory.
///
/// @param listed how many people it has in groups that mean something here
/// @param come how many accounts were made, or would be
/// @param changed how many have other roles or teams
/// @param out how many may not come in any more
/// @param back how many may again
/// @param trouble why it cannot be asked, in words
public record Report(
    Instant at,
    Outcome outcome,
    int listed,
    int come,
    int changed,
    int out,
    int back,
    List<PassedOver> passedOver,
    Optional<String> trouble) {
  /// How it ended.
  public enum Outcome {
    /// What it says holds here now.
    DONE,
    /// Nothing was changed: it was only to be said.
    PREVIEW,
    /// Nothing was changed: so many have left that a person must say that it is so.
    STOPPED,
    /// Nothing was changed: it cannot be asked.
    SILENT,
    /// There is none, or no group means anything here.
    NOTHING
  }

  public Report {
    passedOver = List.copyOf(passedOver);
  }

  static Report of(Instant at, Outcome outcome, int listed, Plan plan) {
    return new Report(
        at,
        outcome,
        listed,
        plan.come().size(),
        plan.changed().size(),
        plan.out().size(),
        plan.back().size(),
        plan.passedOver(),
        Optional.empty());
  }

  static Report empty(Instant at, Outcome outcome, Optional<String> trouble) {
    return new Report(at, outcome, 0, 0, 0, 0, 0, List.of(), trouble);
  }
}

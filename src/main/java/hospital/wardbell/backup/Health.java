package hospital.wardbell.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How it stands with the backups of a home.
///
/// @param scheduled whether one is made each day
/// @param last when the last was made
/// @param failed when, and of what kind, one could not be made, if none has been made since
/// @param tested when one was last tried out
/// @param overdue how old the last one is, if a daily one should be younger
public record Health(
    boolean scheduled,
    Optional<Instant> last,
    Optional<Failure> failed,
    Optional<Instant> tested,
    Optional<Duration> overdue) {
  /// A day, and time for one that takes long.
  static final Duration PATIENCE = Duration.ofHours(26);

  /// @param kind of the [BackupFault]
  public record Failure(Instant at, BackupFault.Kind kind) {}

  /// What is wrong, in a sentence; empty if nothing is.
  public Optional<String> trouble() {
    if (failed.isPresent()) {
      return Optional.of(
          "The last backup could not be made (%s, %s).%s"
              .formatted(
                  failed.get().kind(),
                  failed.get().at(),
                  overdue.map(age -> " The last one is " + words(age) + " old.").orElse("")));
    }
    return overdue.map(age -> "The last backup is " + words(age) + " old.");
  }

  private static String words(Duration age) {
    return age.toDays() >= 2 ? age.toDays() + " days" : age.toHours() + " hours";
  }
}

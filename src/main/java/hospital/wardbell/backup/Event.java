package hospital.wardbell.backup;

import java.time.Duration;
import java.time.Instant;

/// One thing that became of backups.
///
/// @param name of the backup's file; empty if there is none
/// @param target where it is kept
/// @param by who did it, as [hospital.wardbell.base.Actor#label] has it
/// @param detail what was checked, or the kind of what went wrong
public record Event(
    Instant at,
    Kind kind,
    String name,
    String target,
    long octets,
    Duration took,
    String by,
    String detail) {
  /// What became of it.
  public enum Kind {
    /// A backup was made.
    MADE,
    /// One could not be made; the detail is the [BackupFault.Kind].
    FAILED,
    /// One was tried out; the detail is the evidence.
    TESTED,
    /// The database is one that was restored.
    RESTORED
  }
}

package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A proposal to erase what has passed its time, and what became of it. Whoever did something is
/// named as [hospital.wardbell.base.Actor#label] has it.
///
/// @param policy what was held to, in words
/// @param certificate JSON, once it has been carried out
/// @param backupsFree when no backup was left any more that was made before it was carried out;
///   empty also if the periods ended first
/// @param periodsEnded when the keys of all periods were destroyed that what it erased was kept
///   for, so that no backup opens it; empty also if no backup was left first
public record Disposition(
    Id id,
    State state,
    String policy,
    long policyVersion,
    Done proposed,
    Optional<Done> reviewed,
    Optional<Done> approved,
    Optional<Instant> ended,
    Optional<Instant> backupsFree,
    Optional<Instant> periodsEnded,
    Optional<String> certificate) {
  /// How far it is.
  public enum State {
    PROPOSED,
    /// A person has looked through it and stands for it.
    REVIEWED,
    /// Another person has approved; it is being carried out.
    APPROVED,
    /// It has been carried out.
    DONE,
    WITHDRAWN;

    boolean isOpen() {
      return this == PROPOSED || this == REVIEWED;
    }
  }

  /// Who did it, and when.
  public record Done(Instant at, String by) {}

  /// One subject of it.
  ///
  /// @param anchor from when its time is counted
  /// @param due the last day on which it was to be kept
  public record Item(
      Id disposition,
      int place,
      RecordClass recordClass,
      Id subject,
      Id key,
      Instant anchor,
      LocalDate due,
      Fate fate,
      boolean noted) {}

  /// What became of a subject.
  public enum Fate {
    /// It is still to be looked at.
    LISTED,
    /// A person took it out.
    TAKEN_OUT,
    /// A legal hold was on it.
    HELD,
    /// Something was said since, or is left with it; or the policy has become longer.
    NOT_DUE,
    ERASED
  }
}

package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import java.time.Instant;

/// A legal hold: while it is there its subject is not erased.
///
/// @param subject the id of a patient or a conversation
/// @param setBy as [hospital.wardbell.base.Actor#label] has it
public record LegalHold(Id id, Kind kind, Id subject, Reason reason, Instant setAt, String setBy) {
  /// On what it is.
  public enum Kind {
    CONVERSATION,
    /// And so on every conversation with a number of the patient's.
    PATIENT
  }

  /// Why it is there.
  public enum Reason {
    LITIGATION,
    INVESTIGATION,
    AUDIT,
    PATIENT_ASKED,
    OTHER
  }

  /// Why it is there no more.
  public enum Lifted {
    CLOSED,
    MISTAKE,
    OTHER
  }
}

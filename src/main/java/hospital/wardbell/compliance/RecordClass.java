package hospital.wardbell.compliance;

/// What kind of record is erased at one go.
///
/// Proofs of consent and the audit log are none of them: they are kept without end, and opt-outs
/// outlive everything, sealed by a key of their own.
public enum RecordClass {
  /// What was said with one remote, and the PDUs that brought it.
  CONVERSATION,
  /// A patient's name, numbers and day of birth.
  PATIENT,
  /// What came on one day and became no message.
  RAW_DAY
}

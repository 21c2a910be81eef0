package hospital.wardbell.consent;

/// What a text is for.
public enum Purpose {
  /// A person's own words to a patient, within care.
  CARE,
  APPOINTMENT,
  BILLING,
  SURVEY,
  MARKETING,
  /// Wardbell to staff or to itself.
  OPERATION
}

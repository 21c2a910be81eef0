package hospital.wardbell.compliance;

/// Why a look is in a review, the gravest first.
public enum Kind {
  /// The person is the patient, by number or by name.
  OWN_RECORD,
  /// Of another team, under break-glass.
  BREAK_GLASS,
  /// The patient is one of those at whom every look is reviewed.
  WATCHED,
  /// The person has the patient's surname.
  SAME_SURNAME,
  /// The person opened many conversations within an hour.
  MANY,
  /// Outside the hours that are set, or at a weekend.
  AFTER_HOURS,
  /// For no reason but chance.
  RANDOM
}

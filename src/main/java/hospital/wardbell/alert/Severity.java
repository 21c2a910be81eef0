package hospital.wardbell.alert;

/// How much an alert presses.
public enum Severity {
  /// Now, whatever else there is to do.
  URGENT,
  /// Today.
  NOTICE
}

package hospital.wardbell.siem;

/// What a message's body is.
public enum Payload {
  /// The entry as it is in the log.
  JSON,
  /// ArcSight's Common Event Format, which most collectors read.
  CEF
}

package hospital.wardbell.base;

/// An exception that may be about something that passes by itself or once IT has made room: whoever
/// asked is told to try again later, not that something is broken.
public interface Passing {
  /// Whether this one is.
  boolean passes();
}

package hospital.wardbell.inbox;

import hospital.wardbell.base.Id;
import java.time.Instant;

/// A PDU as it was kept, opened.
///
/// @param key under which it is sealed at present
/// @param modem which it came by
record Raw(Id id, Id key, String modem, Instant seen, String hex) {
  /// What has become of it.
  enum State {
    /// Kept, and not looked at yet.
    NEW,
    /// Part of a text that is not whole yet.
    PARTIAL,
    /// In its conversation.
    READ,
    /// The network delivered it twice.
    DOUBLE,
    /// Not for people.
    NOTICE,
    /// For a lead to see.
    UNREADABLE
  }

  @Override
  public String toString() {
    return "Raw[" + id + "]";
  }
}

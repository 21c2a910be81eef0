package hospital.wardbell.inbox;

import hospital.wardbell.base.Id;
import java.time.Instant;

/// A PDU that could not be read, for the lead.
///
/// @param hex as the modem gave it
/// @param why which field was wrong
public record Unreadable(Id id, Instant at, String hex, String why) {
  @Override
  public String toString() {
    return "Unreadable[" + id + "]";
  }
}

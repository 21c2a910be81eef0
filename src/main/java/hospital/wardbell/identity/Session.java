package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import java.time.Instant;

/// Somebody signed in, on one browser.
///
/// @param id names the session in lists and the audit log; not the cookie
/// @param csrf what every form must send back
/// @param idleEnds when it ends unless the person acts
/// @param ends when it ends in any case
/// @param locked whether it shows nothing until its person unlocks it
public record Session(
    Id id, Staff staff, String csrf, Instant idleEnds, Instant ends, boolean locked) {
  @Override
  public String toString() {
    return "Session[" + id + ", " + staff.id() + "]";
  }
}

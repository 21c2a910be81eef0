package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import java.util.Optional;

/// The sessions of one home: in memory, in front of rows. Idle time-out 15 minutes, absolute 12
/// hours.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.312#a-2-iii 45 CFR 164.312(a)(2)(iii)
public final class Sessions {
  /// The session of `cookie`, if it still runs.
  ///
  /// @param acts whether this request is the person's own doing, so starts the idle time again; a
  ///   live stream's is not
  public Optional<Session> find(String cookie, boolean acts) {
    throw new IllegalStateException("not built");
  }

  public void end(Session session, String origin) {
    throw new IllegalStateException("not built");
  }

  /// Ends all of one person's.
  public void endAll(Id staff) {
    throw new IllegalStateException("not built");
  }
}

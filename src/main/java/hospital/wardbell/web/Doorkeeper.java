package hospital.wardbell.web;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.Sight;
import java.util.Optional;

/// Who is at the door, and what they may do. May block; any thread but the event loop.
public interface Doorkeeper {
  /// The session of `cookie`, if it still runs.
  ///
  /// @param acts whether the request is the person's own doing, so starts the idle time again
  Optional<Session> session(String cookie, boolean acts);

  /// Notes in which browser a session has begun.
  ///
  /// @param agent what it says of itself
  void begun(String cookie, String agent);

  boolean permits(Session session, Permission needs);

  /// Whether the person must add a passkey before anything else.
  boolean enrolsFirst(Session session);

  /// The teams for whose data the person may do it.
  Sight sight(Session session, Permission needs);

  /// Puts on record that somebody asked for what they may not do.
  ///
  /// @param reason the permission that was missing, `csrf`, or `no-such` for what is not there or
  ///   behind another team's wall
  void refused(Session session, String reason, String origin);

  /// The doorkeeper of one home.
  static Doorkeeper of(Identity identity, Audit audit) {
    return new StaffDoor(identity, audit);
  }
}

package hospital.wardbell.web;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.Sight;
import java.util.Optional;

/// The doorkeeper over the home's own sessions, permissions and audit log.
record StaffDoor(Identity identity, Audit audit) implements Doorkeeper {
  @Override
  public Optional<Session> session(String cookie, boolean acts) {
    return identity.sessions().find(cookie, acts);
  }

  @Override
  public void begun(String cookie, String agent) {
    identity.sessions().begun(cookie, agent);
  }

  @Override
  public boolean permits(Session session, Permission needs) {
    return identity.permits(session.staff(), needs);
  }

  @Override
  public boolean enrolsFirst(Session session) {
    return identity.mustAddPasskey(session.staff());
  }

  @Override
  public Sight sight(Session session, Permission needs) {
    return identity.sight(session.staff(), needs);
  }

  @Override
  public void refused(Session session, String reason, String origin) {
    audit.record(
        Entry.of(session.staff().actor(), "route.refused")
            .about(session.id())
            .from(origin)
            .because(reason));
  }
}

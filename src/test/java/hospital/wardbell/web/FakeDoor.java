package hospital.wardbell.web;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.identity.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A doorkeeper whose sessions are put there by hand.
final class FakeDoor implements Doorkeeper {
  final Map<String, Session> sessions = new ConcurrentHashMap<>();
  final List<String> refusals = new CopyOnWriteArrayList<>();
  final Map<String, String> browsers = new ConcurrentHashMap<>();
  final List<Boolean> acts = new CopyOnWriteArrayList<>();

  /// Signs somebody in; the cookie is the role's name.
  Session signIn(Role role, Id... teams) {
    Staff staff = new Staff(Id.random(), "dana", "Dana R.", Set.of(role), List.of(teams), "en");
    Instant end = Instant.parse("2026-03-01T20:00:00Z");
    Session session = new Session(Id.random(), staff, "csrf-of-" + role, end, end, false);
    sessions.put(role.name(), session);
    return session;
  }

  @Override
  public Optional<Session> session(String cookie, boolean isAct) {
    acts.add(isAct);
    return Optional.ofNullable(sessions.get(cookie));
  }

  @Override
  public void begun(String cookie, String agent) {
    browsers.put(cookie, agent);
  }

  @Override
  public boolean permits(Session session, Permission needs) {
    return Role.ALL_HAVE.contains(needs)
        || session.staff().roles().stream().anyMatch(r -> r.permissions().contains(needs));
  }

  @Override
  public boolean enrolsFirst(Session session) {
    return false;
  }

  @Override
  public Sight sight(Session session, Permission needs) {
    return permits(session, needs) ? new Sight(session.staff().teams()) : Sight.NOTHING;
  }

  @Override
  public void refused(Session session, String reason, String origin) {
    refusals.add(reason + " from " + origin);
  }
}

package hospital.wardbell.identity;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Store;
import java.time.Instant;
import java.util.List;

/// Where somebody is signed in: seen and ended by the person, and by administrators. Any thread
/// that may block.
///
/// @spec https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md#v7-5-2
///   OWASP ASVS 5.0.0 7.5.2 (and 7.4.5 for administrators)
public final class SessionDesk {
  /// A session that runs.
  ///
  /// @param id names it in lists and on the record; no cookie, nor made of one
  /// @param origin the address it was begun from
  /// @param used when its person last did something
  public record Running(
      Id id,
      String origin,
      Browser browser,
      Instant began,
      Instant used,
      Instant ends,
      boolean locked) {}

  private final Store store;
  private final StaffTable table;
  private final Sessions sessions;

  SessionDesk(Store store, StaffTable table, Sessions sessions) {
    this.store = store;
    this.table = table;
    this.sessions = sessions;
  }

  /// One person's, the last used first.
  public List<Running> of(Id staff) {
    return store.read(sql ->
        table.find(sql, staff).stream()
            .flatMap(person -> sessions.of(sql, person).stream())
            .map(SessionDesk::running)
            .toList());
  }

  private static Running running(LiveSession session) {
    SessionTable.Kept row = session.row();
    return new Running(
        row.id(),
        row.origin(),
        session.browser(),
        row.began(),
        session.active(),
        session.session().ends(),
        session.isLocked());
  }

  /// @param by the person, or an administrator
  /// @return whether that person had such a one
  public boolean end(Id staff, Id session, Actor by, String origin) {
    return store.write(tx -> sessions.end(tx, staff, session, by, origin, reason(staff, by)));
  }

  /// All of the person's but the one they sit at.
  public void endOthers(Session own, String origin) {
    store.change(tx -> sessions.endOthers(tx, own, origin, "person"));
  }

  /// @return how many there were
  public int endAll(Id staff, Actor by, String origin) {
    return store.write(tx -> sessions.endAll(tx, staff, by, origin, reason(staff, by)));
  }

  private static String reason(Id staff, Actor by) {
    return by.is(staff) ? "person" : "administrator";
  }
}

package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of sessions that run.
final class SessionTable {
  /// One row.
  ///
  /// @param origin the address it was begun from
  /// @param locked since when nothing is shown until the person unlocks it
  record Kept(
      Id id,
      Id staff,
      String csrf,
      String origin,
      Browser browser,
      Instant began,
      Instant active,
      Instant ends,
      Optional<Instant> locked) {}

  private static final int AT_ONCE = 50;

  private SessionTable() {}

  static void insert(Tx tx, byte[] cookieHash, byte[] proof, Kept session) {
    tx.update(
        """
        insert into staff_session
          (id, cookie_hash, proof, staff, csrf, origin, browser, machine, began_at, active_at,
           ends_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        session.id(),
        cookieHash,
        proof,
        session.staff(),
        session.csrf(),
        session.origin(),
        session.browser().kind(),
        session.browser().machine(),
        session.began(),
        session.active(),
        session.ends());
  }

  static Optional<Kept> find(Sql sql, byte[] cookieHash) {
    return sql.one(
        "select * from staff_session where cookie_hash = ?", SessionTable::kept, cookieHash);
  }

  /// What the row has to show that we made it.
  static byte[] proof(Sql sql, Id session) {
    return sql.one(
            "select proof from staff_session where id = ?", row -> row.bytes("proof"), session)
        .orElseThrow();
  }

  static boolean isThere(Sql sql, Id session) {
    return sql.number("select count(*) from staff_session where id = ?", session) > 0;
  }

  static void browser(Tx tx, Id session, Browser browser) {
    tx.update(
        "update staff_session set browser = ?, machine = ? where id = ?",
        browser.kind(),
        browser.machine(),
        session);
  }

  /// One person's, the longest idle first.
  static List<Kept> of(Sql sql, Id staff) {
    return sql.list(
        "select * from staff_session where staff = ? order by active_at",
        SessionTable::kept,
        staff);
  }

  /// Some of those that have been idle since `idleSince` or are over at `now`.
  static List<Kept> over(Sql sql, Instant idleSince, Instant now) {
    return sql.list(
        "select * from staff_session where active_at <= ? or ends_at <= ?"
            + " fetch first "
            + AT_ONCE
            + " rows only",
        SessionTable::kept,
        idleSince,
        now);
  }

  static boolean exists(Sql sql, Id session) {
    return sql.number("select count(*) from staff_session where id = ?", session) > 0;
  }

  static void touch(Tx tx, Id session, Instant active) {
    tx.update("update staff_session set active_at = ? where id = ?", active, session);
  }

  /// @return whether there was such a session, not locked before
  static boolean lock(Tx tx, Id session, Instant now) {
    return tx.update(
            "update staff_session set locked_at = ?, lock_tries = 0"
                + " where id = ? and locked_at is null",
            now,
            session)
        > 0;
  }

  /// @return whether there was such a session, locked
  static boolean unlock(Tx tx, Id session, Instant now) {
    return tx.update(
            "update staff_session set locked_at = null, lock_tries = 0, active_at = ?"
                + " where id = ? and locked_at is not null",
            now,
            session)
        > 0;
  }

  /// Counts one more wrong try.
  ///
  /// @return how many there were with it; none if there is no such session
  static long miss(Tx tx, Id session) {
    tx.update("update staff_session set lock_tries = lock_tries + 1 where id = ?", session);
    return tx.one(
            "select lock_tries from staff_session where id = ?",
            row -> row.number("lock_tries"),
            session)
        .orElse(0L);
  }

  /// @return whether there was such a row
  static boolean delete(Tx tx, Id session) {
    return tx.update("delete from staff_session where id = ?", session) > 0;
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.id("id"),
        row.id("staff"),
        row.text("csrf"),
        row.text("origin"),
        new Browser(
            row.constant("browser", Browser.Kind.class),
            row.constant("machine", Browser.Machine.class)),
        row.instant("began_at"),
        row.instant("active_at"),
        row.instant("ends_at"),
        row.maybeInstant("locked_at"));
  }
}

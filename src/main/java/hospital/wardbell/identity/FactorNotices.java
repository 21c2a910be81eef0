package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What became of somebody's factors, told to the person on every page until it is dismissed: who
/// did not do it learns of it. At most [#MOST] a person, the oldest dropped first. Any thread that
/// may block; of who has none, no row is read.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#notification NIST SP 800-63B-4 §4.6
public final class FactorNotices {
  static final int MOST = 20;

  /// What is told.
  public enum Kind {
    APP_SET,
    APP_REMOVED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    /// An authenticator's count of signatures went back.
    PASSKEY_COPIED,
    CODES_MADE,
    CODE_USED,
    /// An administrator took all factors away.
    RESET,
    /// A factor was set up anew after that.
    ENROLLED,
    /// Somebody signed in from an address that was none of theirs.
    ELSEWHERE,
    /// By the person's own session, where the former one was known.
    PASSWORD_CHANGED
  }

  /// One notice.
  public record Notice(Id id, Kind kind, Instant at) {}

  private final Store store;
  private final InstantSource clock;
  private final Set<Id> told = ConcurrentHashMap.newKeySet();

  FactorNotices(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    told.addAll(
        store.read(
            sql -> sql.list("select distinct staff from staff_notice", row -> row.id("staff"))));
  }

  void tell(Tx tx, Id staff, Kind kind) {
    tx.update(
        "insert into staff_notice (id, staff, kind, told_at) values (?, ?, ?, ?)",
        Id.random(),
        staff,
        kind,
        clock.instant());
    List<Id> all =
        tx.list(
            "select id from staff_notice where staff = ? order by told_at desc",
            row -> row.id("id"),
            staff);
    all.stream().skip(MOST).forEach(old -> tx.update("delete from staff_notice where id = ?", old));
    tx.afterCommit(() -> told.add(staff));
  }

  /// Those that `staff` has not dismissed, the newest first.
  public List<Notice> of(Id staff) {
    return told.contains(staff)
        ? store.read(sql ->
            sql.list(
                "select id, kind, told_at from staff_notice where staff = ? order by told_at desc",
                row ->
                    new Notice(
                        row.id("id"), row.constant("kind", Kind.class), row.instant("told_at")),
                staff))
        : List.of();
  }

  /// The person has seen it. One of somebody else's stays.
  public void dismiss(Id staff, Id notice) {
    store.change(tx -> {
      tx.update("delete from staff_notice where staff = ? and id = ?", staff, notice);
      if (tx.number("select count(*) from staff_notice where staff = ?", staff) == 0) {
        tx.afterCommit(() -> told.remove(staff));
      }
    });
  }
}

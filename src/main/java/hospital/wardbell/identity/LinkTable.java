package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.Optional;

/// The rows of one-time links that have not been used.
final class LinkTable {
  enum Kind {
    INVITATION,
    RESET
  }

  record Kept(Id id, Id staff, Kind kind, Instant ends) {}

  private LinkTable() {}

  /// Takes the place of the person's former one.
  static void put(Tx tx, Kept link, byte[] codeHash) {
    drop(tx, link.staff());
    tx.update(
        "insert into staff_link (staff, id, code_hash, kind, ends_at) values (?, ?, ?, ?, ?)",
        link.staff(),
        link.id(),
        codeHash,
        link.kind(),
        link.ends());
  }

  static Optional<Kept> find(Sql sql, byte[] codeHash) {
    return sql.one("select * from staff_link where code_hash = ?", LinkTable::kept, codeHash);
  }

  static Optional<Kept> of(Sql sql, Id staff) {
    return sql.one("select * from staff_link where staff = ?", LinkTable::kept, staff);
  }

  /// Whether it is still there and good.
  static boolean holds(Sql sql, Id link, Instant now) {
    return sql.number("select count(*) from staff_link where id = ? and ends_at > ?", link, now)
        > 0;
  }

  static void drop(Tx tx, Id staff) {
    tx.update("delete from staff_link where staff = ?", staff);
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.id("id"), row.id("staff"), row.constant("kind", Kind.class), row.instant("ends_at"));
  }
}

package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The rows of one-time links that have not been used.
///
/// A link's code is seven groups of four of the characters of [TypedCode], 140 bits by chance, so
/// that it may be typed from paper too. What is kept of it is made by a key of the keyring, over
/// the code alone, by which a link is found, and over all that it is good for.
final class LinkTable {
  enum Kind {
    INVITATION,
    RESET
  }

  record Kept(Id id, Id staff, Kind kind, Instant ends) {}

  private static final int GROUPS = 7;
  private static final String CODE = "staff.link/1";
  private static final String BOUND = "staff.link-bound/1";

  private final Vault vault;

  LinkTable(Vault vault) {
    this.vault = vault;
  }

  /// Takes the place of the person's former one.
  ///
  /// @return its code, of which nothing else knows
  Secret put(Tx tx, Kept link) {
    String code = TypedCode.random(GROUPS);
    drop(tx, link.staff());
    tx.update(
        "insert into staff_link (staff, id, code_hash, bound, kind, ends_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        link.staff(),
        link.id(),
        TypedCode.kept(vault, CODE, "", code),
        bound(link, code),
        link.kind(),
        link.ends());
    return Secret.copyOf(code.toCharArray());
  }

  /// The link that was given with this code, however it was typed.
  Optional<Kept> find(Sql sql, String typed) {
    byte[] code = TypedCode.kept(vault, CODE, "", typed);
    return sql.one(
            "select * from staff_link where code_hash = ?",
            row -> Map.entry(kept(row), row.bytes("bound")),
            code)
        .filter(found -> TypedCode.same(found.getValue(), bound(found.getKey(), typed)))
        .map(Map.Entry::getKey);
  }

  private byte[] bound(Kept link, String code) {
    String what =
        "%s %s %s %d".formatted(link.id(), link.staff(), link.kind(), link.ends().getEpochSecond());
    return TypedCode.kept(vault, BOUND, what, code);
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

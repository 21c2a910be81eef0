package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.FactorNotices.Kind;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Codes on paper, each of which stands in for the code of the app once: ten, of 80 bits by chance
/// each. With the password they let in who has lost every other factor.
///
/// Of 2^80 none can be found by trying, so what is kept is not stretched as passwords are; who
/// guesses here waits as with any code.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#savedrecovery NIST SP 800-63B-4 §4.2.1.1
final class RecoveryCodes {
  static final int MANY = 10;

  private static final int GROUPS = 4;
  private static final String LABEL = "staff.recovery-code/1";

  private final Vault vault;
  private final Audit audit;
  private final FactorNotices notices;

  RecoveryCodes(Vault vault, Audit audit, FactorNotices notices) {
    this.vault = vault;
    this.audit = audit;
    this.notices = notices;
  }

  /// Makes new ones; the former are void.
  List<String> renew(Tx tx, Staff staff, String origin) {
    List<String> codes = Stream.generate(() -> TypedCode.random(GROUPS)).limit(MANY).toList();
    deleteAll(tx, staff.id());
    codes.forEach(code ->
        tx.update(
            "insert into staff_recovery_code (staff, code_kept) values (?, ?)",
            staff.id(),
            kept(staff, code)));
    audit.record(
        tx,
        Entry.of(staff.actor(), "factor.added")
            .about(staff.id())
            .from(origin)
            .because("recovery-codes"));
    notices.tell(tx, staff.id(), Kind.CODES_MADE);
    return codes;
  }

  /// Uses up the code that `typed` is, if it is one.
  boolean spend(Tx tx, Staff staff, String typed, String origin) {
    byte[] due = kept(staff, typed);
    Optional<byte[]> found =
        all(tx, staff.id()).stream().filter(kept -> TypedCode.same(kept, due)).findFirst();
    found.ifPresent(kept -> {
      tx.update(
          "delete from staff_recovery_code where staff = ? and code_kept = ?", staff.id(), kept);
      audit.record(
          tx,
          Entry.of(staff.actor(), "factor.recovery-used")
              .about(staff.id())
              .from(origin)
              .because(left(tx, staff.id()) + " left"));
      notices.tell(tx, staff.id(), Kind.CODE_USED);
    });
    return found.isPresent();
  }

  private byte[] kept(Staff staff, String code) {
    return TypedCode.kept(vault, LABEL, staff.id().toString(), code);
  }

  private static List<byte[]> all(Sql sql, Id staff) {
    return sql.list(
        "select code_kept from staff_recovery_code where staff = ?",
        row -> row.bytes("code_kept"),
        staff);
  }

  static int left(Sql sql, Id staff) {
    return (int) sql.number("select count(*) from staff_recovery_code where staff = ?", staff);
  }

  static void deleteAll(Tx tx, Id staff) {
    tx.update("delete from staff_recovery_code where staff = ?", staff);
  }
}

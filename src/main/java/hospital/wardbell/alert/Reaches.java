package hospital.wardbell.alert;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.util.Optional;

/// How people of the staff are reached outside the house: the address each has, sealed. Any thread
/// that may block.
public final class Reaches {
  private static final String MAIL = "staff_reach.mail/1";

  private final Store store;
  private final Vault vault;
  private final Audit audit;
  private final InstantSource clock;

  public Reaches(Store store, Vault vault, Audit audit, InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /// Sets it, or takes it away.
  public void set(Id staff, Optional<MailAddress> mail, Actor by) {
    store.change(tx -> {
      tx.update("delete from staff_reach where staff = ?", staff);
      mail.ifPresent(address -> {
        Id dek = vault.newKey(tx, Vault.Subject.STAFF);
        tx.update(
            "insert into staff_reach (staff, dek, mail, set_at) values (?, ?, ?, ?)",
            staff,
            dek,
            vault.sealText(tx, dek, new Cell(MAIL, staff), address.text()),
            clock.instant());
      });
      String what = mail.isPresent() ? "mail" : "none";
      audit.record(tx, Entry.of(by, "alert.reach-set").about(staff).because(what));
    });
  }

  /// Takes away what somebody is reached by, who has left.
  ///
  /// @return how many addresses there were
  public static int forget(Tx tx, Id staff) {
    return tx.update("delete from staff_reach where staff = ?", staff);
  }

  Optional<MailAddress> mail(Id staff) {
    return store.read(sql ->
        sql.one(
            "select dek, mail from staff_reach where staff = ?",
            row ->
                new MailAddress(
                    vault.openText(sql, row.id("dek"), new Cell(MAIL, staff), row.bytes("mail"))),
            staff));
  }

  boolean hasMail(Sql sql, Id staff) {
    return sql.number("select count(*) from staff_reach where staff = ?", staff) > 0;
  }
}

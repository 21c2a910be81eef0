package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Sha256;
import hospital.wardbell.identity.PasskeyVerifier.Made;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of passkeys. Public keys are sealed too, under a key of the person's own: they are no
/// secret, but a row that somebody writes or moves must not let anybody in.
final class PasskeyTable {
  /// What a shown passkey is checked against.
  ///
  /// @param credential its id and public key, as the authenticator said them
  /// @param count how often its authenticator had signed when it was used last; 0 if that is not
  ///   counted
  /// @param syncable whether it may be copied to its owner's other devices
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Kept(Id id, byte[] credential, long count, boolean syncable) {}

  private static final String CREDENTIAL = "staff.passkey/1";
  private static final String NAME = "staff.passkey-name/1";

  private final Vault vault;

  PasskeyTable(Vault vault) {
    this.vault = vault;
  }

  void insert(Tx tx, Id passkey, Id staff, String name, Made made, Instant now) {
    Id dek = dek(tx, staff);
    tx.update(
        """
        insert into staff_passkey
          (id, staff, credential_hash, credential, name, sign_count, syncable, added_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        passkey,
        staff,
        Sha256.of(made.id()),
        vault.seal(tx, dek, new Cell(CREDENTIAL, passkey), made.credential()),
        vault.sealText(tx, dek, new Cell(NAME, passkey), name),
        made.count(),
        made.syncable(),
        now);
  }

  /// Whether anybody has a passkey of this id.
  static boolean isKnown(Sql sql, byte[] id) {
    return sql.number("select count(*) from staff_passkey where credential_hash = ?", Sha256.of(id))
        > 0;
  }

  static int count(Sql sql, Id staff) {
    return (int) sql.number("select count(*) from staff_passkey where staff = ?", staff);
  }

  /// One person's passkey of this id.
  Optional<Kept> find(Sql sql, Id staff, byte[] id) {
    return sql.one(
        "select * from staff_passkey where staff = ? and credential_hash = ?",
        row -> kept(sql, row),
        staff,
        Sha256.of(id));
  }

  /// What is kept of one person's, the oldest first.
  List<Kept> kept(Sql sql, Id staff) {
    return sql.list(
        "select * from staff_passkey where staff = ? order by added_at",
        row -> kept(sql, row),
        staff);
  }

  /// One person's, the oldest first.
  List<Passkey> list(Sql sql, Id staff) {
    return sql.list(
        "select * from staff_passkey where staff = ? order by added_at",
        row ->
            new Passkey(
                row.id("id"),
                vault.openText(
                    sql, dek(sql, staff), new Cell(NAME, row.id("id")), row.bytes("name")),
                row.instant("added_at"),
                row.maybeInstant("used_at")),
        staff);
  }

  /// @param before what its count must be still, or somebody was quicker
  /// @return whether it is
  static boolean use(Tx tx, Id passkey, long before, long count, Instant now) {
    return tx.update(
            "update staff_passkey set sign_count = ?, used_at = ? where id = ? and sign_count = ?",
            count,
            now,
            passkey,
            before)
        > 0;
  }

  /// @return whether the person had it
  static boolean delete(Tx tx, Id staff, Id passkey) {
    return tx.update("delete from staff_passkey where staff = ? and id = ?", staff, passkey) > 0;
  }

  static void deleteAll(Tx tx, Id staff) {
    tx.update("delete from staff_passkey where staff = ?", staff);
  }

  private Kept kept(Sql sql, Row row) {
    Id passkey = row.id("id");
    return new Kept(
        passkey,
        vault.open(
            sql, dek(sql, row.id("staff")), new Cell(CREDENTIAL, passkey), row.bytes("credential")),
        row.number("sign_count"),
        row.flag("syncable"));
  }

  private static Id dek(Sql sql, Id staff) {
    return sql.one("select dek from staff where id = ?", row -> row.id("dek"), staff).orElseThrow();
  }
}

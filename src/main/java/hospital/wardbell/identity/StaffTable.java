package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rows of staff, their roles and teams. Names and one-time code secrets are sealed under a key
/// of the person's own.
final class StaffTable {
  /// What a sign-in is checked against.
  record Known(Staff staff, String password) {}

  /// The second factor.
  ///
  /// @param used the last step whose code was accepted
  record Factor(Secret secret, long used) {}

  private static final String NAME = "staff.name/1";
  private static final String TOTP = "staff.totp/1";

  private final Vault vault;

  StaffTable(Vault vault) {
    this.vault = vault;
  }

  void insert(Tx tx, Staff staff, String password, byte[] totp, Instant now) {
    Id dek = vault.newKey(tx, Vault.Subject.STAFF);
    tx.update(
        """
        insert into staff
          (id, dek, login, name, language, password, totp_secret, totp_step, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        staff.id(),
        dek,
        staff.login(),
        vault.sealText(tx, dek, new Cell(NAME, staff.id()), staff.name()),
        staff.language(),
        password,
        vault.seal(tx, dek, new Cell(TOTP, staff.id()), totp),
        0L,
        now);
    for (Role role : staff.roles()) {
      tx.update("insert into staff_role (staff, role) values (?, ?)", staff.id(), role);
    }
    for (Id team : staff.teams()) {
      tx.update("insert into staff_team (staff, team) values (?, ?)", staff.id(), team);
    }
  }

  Optional<Staff> find(Sql sql, Id staff) {
    return sql.one("select * from staff where id = ?", row -> staff(sql, row), staff);
  }

  Optional<Staff> find(Sql sql, String login) {
    return sql.one("select * from staff where login = ?", row -> staff(sql, row), login);
  }

  /// Nobody whose account is not open.
  Optional<Known> known(Sql sql, String login) {
    return sql.one(
        "select * from staff where login = ? and disabled_at is null and unopened = ?",
        row -> new Known(staff(sql, row), row.text("password")),
        login,
        false);
  }

  /// Everybody, by login.
  List<Known> all(Sql sql) {
    return sql.list(
        "select * from staff order by login",
        row -> new Known(staff(sql, row), row.text("password")));
  }

  /// What is kept of all passwords.
  static List<String> passwords(Sql sql) {
    return sql.list(
        "select password from staff where unopened = ?", row -> row.text("password"), false);
  }

  /// What is kept of the person's.
  static Optional<String> password(Sql sql, Id staff) {
    return sql.one("select password from staff where id = ?", row -> row.text("password"), staff);
  }

  /// As [#password], if `former` is what is kept.
  static void password(Tx tx, Id staff, String former, String password) {
    tx.update(
        "update staff set password = ? where id = ? and password = ?", password, staff, former);
  }

  static void password(Tx tx, Id staff, String password) {
    tx.update("update staff set password = ? where id = ?", password, staff);
  }

  Optional<Id> id(Sql sql, String login) {
    return sql.one("select id from staff where login = ?", row -> row.id("id"), login);
  }

  Optional<Factor> factor(Sql sql, Id staff) {
    return sql.one(
        "select dek, totp_secret, totp_step from staff where id = ? and totp_set = ?",
        row ->
            new Factor(
                Secret.copyOf(
                    vault.open(
                        sql, row.id("dek"), new Cell(TOTP, staff), row.bytes("totp_secret"))),
                row.number("totp_step")),
        staff,
        true);
  }

  boolean hasApp(Sql sql, Id staff) {
    return sql.number("select count(*) from staff where id = ? and totp_set = ?", staff, true) > 0;
  }

  /// Puts an app in the place of the former, whose codes are worth nothing from then on.
  ///
  /// @param step the last whose code was accepted
  void setApp(Tx tx, Id staff, Secret secret, long step) {
    app(tx, staff, secret, step, true);
  }

  /// Leaves the person without an app.
  void takeApp(Tx tx, Id staff) {
    app(tx, staff, Secret.copyOf(Totp.newSecret()), 0, false);
  }

  private void app(Tx tx, Id staff, Secret secret, long step, boolean set) {
    Id dek =
        tx.one("select dek from staff where id = ?", row -> row.id("dek"), staff).orElseThrow();
    tx.update(
        "update staff set totp_secret = ?, totp_step = ?, totp_set = ? where id = ?",
        secret.lend(octets -> vault.seal(tx, dek, new Cell(TOTP, staff), octets)),
        step,
        set,
        staff);
  }

  void use(Tx tx, Id staff, long step) {
    tx.update("update staff set totp_step = ? where id = ?", step, staff);
  }

  private Staff staff(Sql sql, Row row) {
    Id id = row.id("id");
    return new Staff(
        id,
        row.text("login"),
        vault.openText(sql, row.id("dek"), new Cell(NAME, id), row.bytes("name")),
        roles(sql, id),
        teams(sql, id),
        row.text("language"));
  }

  private static Set<Role> roles(Sql sql, Id staff) {
    return Set.copyOf(
        sql.list(
            "select role from staff_role where staff = ?",
            row -> row.constant("role", Role.class),
            staff));
  }

  private static List<Id> teams(Sql sql, Id staff) {
    return sql.list("select team from staff_team where staff = ?", row -> row.id("team"), staff);
  }
}

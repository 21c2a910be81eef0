package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the rows of staff say of who may come in, and what changes in them afterwards: standing,
/// roles, teams.
final class StandingTable {
  private StandingTable() {}

  /// Whether the person is there, has opened the account and is not disabled.
  static boolean mayEnter(Sql sql, Id staff) {
    return of(sql, staff).filter(Standing.OPEN::equals).isPresent();
  }

  static Optional<Standing> of(Sql sql, Id staff) {
    return sql.one(
        "select disabled_at, unopened from staff where id = ?", StandingTable::standing, staff);
  }

  static Map<Id, Standing> all(Sql sql) {
    Map<Id, Standing> all = new HashMap<>();
    sql.list(
            "select id, disabled_at, unopened from staff",
            row -> Map.entry(row.id("id"), standing(row)))
        .forEach(each -> all.put(each.getKey(), each.getValue()));
    return all;
  }

  private static Standing standing(Row row) {
    if (row.maybeInstant("disabled_at").isPresent()) {
      return Standing.DISABLED;
    }
    return row.flag("unopened") ? Standing.INVITED : Standing.OPEN;
  }

  /// Those whose role lets them manage people, and who may come in.
  static Set<Id> administrators(Sql sql) {
    return Set.copyOf(
        sql.list(
            """
            select id from staff s
            where disabled_at is null and unopened = ?
              and exists (select r.staff from staff_role r where r.staff = s.id and r.role = ?)
            """,
            row -> row.id("id"),
            false,
            Role.IT));
  }

  static void unopened(Tx tx, Id staff, boolean unopened) {
    tx.update("update staff set unopened = ? where id = ?", unopened, staff);
  }

  /// @return whether it was not so before
  static boolean disable(Tx tx, Id staff, Instant now) {
    return tx.update(
            "update staff set disabled_at = ? where id = ? and disabled_at is null", now, staff)
        > 0;
  }

  /// @return whether it was not so before
  static boolean enable(Tx tx, Id staff) {
    return tx.update(
            "update staff set disabled_at = null where id = ? and disabled_at is not null", staff)
        > 0;
  }

  static void roles(Tx tx, Id staff, Set<Role> roles) {
    tx.update("delete from staff_role where staff = ?", staff);
    for (Role role : roles) {
      tx.update("insert into staff_role (staff, role) values (?, ?)", staff, role);
    }
  }

  static void teams(Tx tx, Id staff, Collection<Id> teams) {
    tx.update("delete from staff_team where staff = ?", staff);
    for (Id team : teams) {
      tx.update("insert into staff_team (staff, team) values (?, ?)", staff, team);
    }
  }
}

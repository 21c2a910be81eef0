package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The rows of teams. A team's name is no secret.
final class TeamTable {
  private TeamTable() {}

  static void insert(Tx tx, Id team, String name, boolean frontDesk, Instant now) {
    tx.update(
        "insert into team (id, name, front_desk, made_at) values (?, ?, ?, ?)",
        team,
        name,
        frontDesk,
        now);
  }

  static boolean exists(Sql sql, Id team) {
    return sql.number("select count(*) from team where id = ?", team) > 0;
  }

  static boolean isTaken(Sql sql, String name) {
    return sql.number("select count(*) from team where name = ?", name) > 0;
  }

  static Map<Id, String> names(Sql sql) {
    Map<Id, String> names = new HashMap<>();
    sql.list("select id, name from team", row -> Map.entry(row.id("id"), row.text("name")))
        .forEach(team -> names.put(team.getKey(), team.getValue()));
    return names;
  }

  static Optional<Id> frontDesk(Sql sql) {
    return sql.one("select id from team where front_desk = ?", row -> row.id("id"), true);
  }
}

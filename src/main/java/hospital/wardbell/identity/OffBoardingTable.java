package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The rows of who has left.
final class OffBoardingTable {
  private OffBoardingTable() {}

  static void insert(Tx tx, OffBoarding done) {
    tx.update(
        "insert into staff_offboarding (id, staff, done_at, done_by) values (?, ?, ?, ?)",
        done.id(),
        done.person(),
        done.at(),
        done.by());
    done.steps()
        .forEach((step, many) ->
            tx.update(
                "insert into staff_offboarding_step (offboarding, step, many) values (?, ?, ?)",
                done.id(),
                step,
                many));
  }

  /// The last there was.
  static Optional<OffBoarding> of(Sql sql, Id person) {
    return sql
        .list(
            "select * from staff_offboarding where staff = ? order by done_at desc"
                + " fetch first 1 rows only",
            row -> done(sql, row),
            person)
        .stream()
        .findFirst();
  }

  private static OffBoarding done(Sql sql, Row row) {
    return new OffBoarding(
        row.id("id"),
        row.id("staff"),
        row.instant("done_at"),
        row.text("done_by"),
        steps(sql, row.id("id")));
  }

  private static Map<OffBoarding.Step, Integer> steps(Sql sql, Id offBoarding) {
    Map<OffBoarding.Step, Integer> steps = new HashMap<>();
    sql.list(
            "select step, many from staff_offboarding_step where offboarding = ?",
            row -> Map.entry(row.constant("step", OffBoarding.Step.class), row.integer("many")),
            offBoarding)
        .forEach(step -> steps.put(step.getKey(), step.getValue()));
    return steps;
  }
}

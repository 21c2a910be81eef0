package hospital.wardbell.alert;

import hospital.wardbell.alert.Alert.Telling;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of who is told, by which channel, and how it went.
final class TellingTable {
  /// How long a channel that is away is tried again for one person.
  static final Duration LONGEST = Duration.ofHours(1);

  /// A telling that is due.
  record Due(Id id, Id alert, Id staff, String channel, int tries, Instant until) {}

  private TellingTable() {}

  /// Nothing if the person is told of it by this channel already, or is to be.
  ///
  /// @return whether there is a new row
  static boolean insert(Tx tx, Id alert, Id staff, String channel, Telling state, Instant now) {
    boolean isThere =
        tx.number(
                "select count(*) from alert_telling where alert = ? and staff = ? and channel = ?",
                alert,
                staff,
                channel)
            > 0;
    return !isThere
        && tx.update(
                """
                insert into alert_telling
                  (id, alert, staff, channel, state, tries, next_at, until_at)
                values (?, ?, ?, ?, ?, 0, ?, ?)
                """,
                Id.random(),
                alert,
                staff,
                channel,
                state,
                now,
                now.plus(LONGEST))
            > 0;
  }

  /// Those that are due, the longest first.
  static List<Due> due(Sql sql, Instant now, int most) {
    return sql.list(
        "select * from alert_telling where state = ? and next_at <= ? order by next_at fetch first "
            + most
            + " rows only",
        row ->
            new Due(
                row.id("id"),
                row.id("alert"),
                row.id("staff"),
                row.text("channel"),
                row.integer("tries"),
                row.instant("until_at")),
        Telling.DUE,
        now);
  }

  /// Ends a telling that is still due.
  ///
  /// @return whether it was
  static boolean end(Tx tx, Id telling, Telling state, Optional<String> trouble) {
    return tx.update(
            """
            update alert_telling set state = ?, trouble = ?, tries = tries + 1
            where id = ? and state = ?
            """,
            state,
            trouble,
            telling,
            Telling.DUE)
        > 0;
  }

  static void again(Tx tx, Id telling, Instant next, String trouble) {
    tx.update(
        "update alert_telling set next_at = ?, trouble = ?, tries = tries + 1 where id = ?",
        next,
        trouble,
        telling);
  }

  /// Nobody needs to be told of it any more.
  static void drop(Tx tx, Id alert) {
    tx.update(
        "update alert_telling set state = ? where alert = ? and state = ?",
        Telling.NEEDLESS,
        alert,
        Telling.DUE);
  }

  static List<Alert.Told> of(Sql sql, Id alert) {
    return sql.list(
        "select * from alert_telling where alert = ? order by next_at", TellingTable::told, alert);
  }

  private static Alert.Told told(Row row) {
    return new Alert.Told(
        row.id("id"),
        row.id("staff"),
        row.text("channel"),
        row.constant("state", Telling.class),
        row.integer("tries"),
        row.maybeText("trouble"));
  }
}

package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The inbox as the conversations' rows have it, already in order.
final class InboxTable {
  private static final int MOST = 200;

  // Not `is not null`: only a comparison ends the scan of the index before the many who do not
  // wait.
  private static final String WAITS = "waiting_since < " + Long.MAX_VALUE;

  /// What one conversation's row says of itself.
  record Line(
      Id conversation,
      Id team,
      Remote remote,
      String snippet,
      Instant lastAt,
      boolean lastIsOurs,
      Optional<Instant> waitingSince,
      Optional<PartState.Kind> lastState,
      Optional<ReceivedKind> lastKind) {
    @Override
    public String toString() {
      return "Line[" + conversation + "]";
    }
  }

  private final ConversationTable conversations;

  InboxTable(ConversationTable conversations) {
    this.conversations = conversations;
  }

  /// Each team's by itself, as its index has them in order, then the foremost of all.
  List<Line> lines(Sql sql, Sight sight, View view) {
    return sight.teams().stream()
        .flatMap(team -> lines(sql, team, view).stream())
        .sorted(order(view))
        .limit(MOST)
        .toList();
  }

  private static Comparator<Line> order(View view) {
    Comparator<Line> first =
        switch (view) {
          case WAITING -> Comparator.comparing(line -> line.waitingSince().orElseThrow());
          case ALL -> Comparator.comparing(Line::lastAt).reversed();
        };
    return first.thenComparing(line -> line.conversation().toString());
  }

  private List<Line> lines(Sql sql, Id team, View view) {
    String which =
        switch (view) {
          case WAITING -> WAITS + " order by waiting_since";
          case ALL -> "last_message is not null order by last_at desc";
        };
    return sql.list(
        """
        select id, remote, data_key, snippet, last_at, last_is_ours, waiting_since, last_state,
          last_kind
        from conversation where team = ? and %s fetch first %d rows only\
        """
            .formatted(which, MOST),
        row -> line(sql, team, row),
        team);
  }

  int waiting(Sql sql, Sight sight) {
    return Math.toIntExact(
        sql.number(
            "select count(*) from conversation where " + sight.within("team") + " and " + WAITS,
            Walls.arguments(sight)));
  }

  private Line line(Sql sql, Id team, Row row) {
    Id id = row.id("id");
    Id key = row.id("data_key");
    return new Line(
        id,
        team,
        conversations.remote(sql, key, id, row),
        conversations.snippet(sql, key, id, row),
        row.instant("last_at"),
        row.flag("last_is_ours"),
        row.maybeInstant("waiting_since"),
        row.maybeText("last_state").map(PartState.Kind::valueOf),
        row.maybeText("last_kind").map(ReceivedKind::valueOf));
  }
}

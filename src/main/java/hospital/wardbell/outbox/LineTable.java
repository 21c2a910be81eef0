package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the rows say of lines: who knows which, and what each has sent.
final class LineTable {
  private static final String CARE = "CARE";

  /// The line that a conversation's remote knows.
  Optional<String> known(Sql sql, Id conversation) {
    return sql.one(
        "select modem from outbox_known_line where conversation = ?",
        row -> row.text("modem"),
        conversation);
  }

  /// The remote knows `modem` from now on, and no other before it.
  void know(Tx tx, Id conversation, String modem, Instant now) {
    Optional<String> before = known(tx, conversation);
    if (before.isEmpty()) {
      tx.update(
          """
          insert into outbox_known_line (conversation, modem, since, record_class, legal_hold)
          values (?, ?, ?, ?, 0)
          """,
          conversation,
          modem,
          now,
          CARE);
    } else if (!before.get().equals(modem)) {
      tx.update(
          "update outbox_known_line set modem = ?, since = ? where conversation = ?",
          modem,
          now,
          conversation);
    }
  }

  /// What `modem` has sent, as far as `limits` look back. A text that was refused was not sent.
  Allowance.History history(Sql sql, String modem, Limits limits, Instant now) {
    return new Allowance.History(
        texts(sql, modem, limits, now), recipients(sql, modem, limits, now));
  }

  private static List<Instant> texts(Sql sql, String modem, Limits limits, Instant now) {
    if (limits.texts().isEmpty()) {
      return List.of();
    }
    List<Instant> newestFirst =
        sql.list(
            """
            select claimed_at from outbox_part
            where modem = ? and claimed_at > ? and (detail is null or detail not like 'refused.%%')
            order by claimed_at desc fetch first %d rows only
            """
                .formatted(limits.depth()),
            row -> row.instant("claimed_at"),
            modem,
            now.minus(Limits.LONGEST));
    return new ArrayList<>(newestFirst).reversed();
  }

  private static Map<Long, Instant> recipients(Sql sql, String modem, Limits limits, Instant now) {
    Map<Long, Instant> last = new LinkedHashMap<>();
    limits.recipients().stream()
        .map(Limits.OfRecipients::window)
        .max(Comparable::compareTo)
        .ifPresent(window ->
            sql.list(
                    """
                    select recipient_tail, max(claimed_at) as last_at from outbox_part
                    where modem = ? and claimed_at > ?
                      and (detail is null or detail not like 'refused.%')
                    group by recipient_tail order by 2
                    """,
                    row ->
                        last.put(
                            Recipients.shortened(row.bytes("recipient_tail")),
                            row.instant("last_at")),
                    modem,
                    now.minus(window))
                .clear());
    return last;
  }
}

package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;

/// The rows of reasons that still hold.
final class LookReasonTable {
  private LookReasonTable() {}

  static boolean holds(Sql sql, Id staff, Id conversation, Instant since) {
    return sql.number(
            "select count(*) from look_reason"
                + " where staff = ? and conversation = ? and given_at > ?",
            staff,
            conversation,
            since)
        > 0;
  }

  /// Those of before `since` go at the same time.
  static void insert(Tx tx, Id staff, Id conversation, Instant now, Instant since) {
    tx.update("delete from look_reason where given_at <= ?", since);
    tx.update("delete from look_reason where staff = ? and conversation = ?", staff, conversation);
    tx.update(
        "insert into look_reason (staff, conversation, given_at) values (?, ?, ?)",
        staff,
        conversation,
        now);
  }
}

package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The part rows seen as a queue: what waits, what may be claimed, and claiming.
final class QueueTable {
  private static final String WAITING =
      "select id, priority, place, part_number, modem from outbox_part ";
  private static final String FIRST =
      " order by priority, place fetch first " + Ready.FRONT + " rows only";

  /// The front of the queue: parts that wait and held ones whose time has come.
  Ready.Look look(Sql sql, Instant now) {
    List<Waiting> found = new ArrayList<>();
    found.addAll(
        sql.list(WAITING + "where state = 'QUEUED' and eligible = 1" + FIRST, QueueTable::waiting));
    found.addAll(
        sql.list(
            WAITING + "where state = 'HELD' and eligible = 1 and moment <= ?" + FIRST,
            QueueTable::waiting,
            now));
    Optional<Instant> nextDue =
        sql.one(
                """
                select min(moment) as due from outbox_part
                where state = 'HELD' and eligible = 1 and moment > ?
                """,
                row -> row.maybeInstant("due"),
                now)
            .flatMap(due -> due);
    return new Ready.Look(found.stream().sorted().limit(Ready.FRONT).toList(), nextDue);
  }

  Optional<Waiting> waiting(Sql sql, Id part) {
    return sql.one(WAITING + "where id = ?", QueueTable::waiting, part);
  }

  private static Waiting waiting(Row row) {
    return new Waiting(
        row.id("id"),
        row.integer("priority"),
        row.number("place"),
        row.integer("part_number"),
        row.maybeText("modem"));
  }

  /// What is needed to hand a part over.
  ///
  /// @param sealedPdu treat as unchangeable
  @SuppressWarnings("ArrayRecordComponent") // handed from row to vault, never compared
  record Handover(Instant expiresAt, Id key, byte[] sealedPdu) {}

  /// Empty unless the part waits and may be sent by `modem`.
  Optional<Handover> handover(Sql sql, Id part, String modem) {
    return sql.one(
        """
        select expires_at, key_id, sealed_pdu from outbox_part
        where id = ? and eligible = 1 and state in ('QUEUED', 'HELD')
          and (modem is null or modem = ?)
        """,
        row -> new Handover(row.instant("expires_at"), row.id("key_id"), row.bytes("sealed_pdu")),
        part,
        modem);
  }

  /// Gives the part to `modem`; no other can take it after that.
  ///
  /// @return whether it was still to be had
  boolean claim(Tx tx, Id part, String modem, Instant now) {
    int claimed =
        tx.update(
            """
            update outbox_part set modem = ?, claimed_at = ?
            where id = ? and eligible = 1 and state in ('QUEUED', 'HELD')
              and (modem is null or modem = ?)
            """,
            modem,
            now,
            part,
            modem);
    return claimed == 1;
  }

  /// Any modem may send the part, if it is the message's first.
  void unpin(Tx tx, Id part) {
    tx.update("update outbox_part set modem = null where id = ? and part_number = 1", part);
  }

  /// Part `number` may be claimed, by the modem that sent the part before it.
  ///
  /// @return the part, if it waits
  Optional<Waiting> makeEligible(Tx tx, Part before) {
    Optional<String> modem =
        tx.one(
                "select modem from outbox_part where id = ?",
                row -> row.maybeText("modem"),
                before.id())
            .flatMap(name -> name);
    int changed =
        tx.update(
            """
            update outbox_part set eligible = 1, modem = ?
            where message = ? and part_number = ? and state in ('QUEUED', 'HELD')
            """,
            modem,
            before.message(),
            before.number() + 1);
    return changed == 0
        ? Optional.empty()
        : following(tx, before).flatMap(next -> waiting(tx, next));
  }

  /// The part after `part`.
  Optional<Id> following(Sql sql, Part part) {
    return part.number() == part.total()
        ? Optional.empty()
        : sql.one(
            "select id from outbox_part where message = ? and part_number = ?",
            row -> row.id("id"),
            part.message(),
            part.number() + 1);
  }

  /// Counts one more refusal; returns how many there were.
  int countTry(Tx tx, Id part) {
    tx.update("update outbox_part set tries = tries + 1 where id = ?", part);
    return (int) tx.number("select tries from outbox_part where id = ?", part);
  }

  /// The concatenation reference of the last message in parts to this recipient.
  Optional<Integer> lastConcatenation(Sql sql, byte[] recipientTail) {
    return sql
        .list(
            """
            select concatenation from outbox_part
            where recipient_tail = ? and part_number = 1 and part_total > 1
            order by place desc fetch first 1 rows only
            """,
            row -> row.integer("concatenation"),
            recipientTail)
        .stream()
        .findFirst();
  }

  Outbox.Depth depth(Sql sql) {
    return sql.one(
            """
            select count(*) as waiting, min(queued_at) as oldest from outbox_part
            where state in ('QUEUED', 'HELD')
            """,
            row -> new Outbox.Depth(row.integer("waiting"), row.maybeInstant("oldest")))
        .orElseThrow();
  }
}

package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.consent.Draft;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of the parts.
final class PartTable {
  private static final String PART =
      """
      select id, message, part_number, part_total, state, since, moment, detail
      from outbox_part
      """;

  /// What a part's row holds besides a [Part] when it is made.
  ///
  /// @param concatenation the reference its parts share
  /// @param stand where it waits
  /// @param freshSince since when it is as old as it is
  @SuppressWarnings("ArrayRecordComponent") // handed on to the insert, never compared
  record Fresh(
      Part part,
      int concatenation,
      int priority,
      long place,
      Draft draft,
      Queue stand,
      Instant freshSince,
      Instant expiresAt,
      byte[] recipientTail,
      byte[] sealedPdu) {}

  void insert(Tx tx, Fresh fresh) {
    Part part = fresh.part();
    tx.update(
        """
        insert into outbox_part
          (id, message, part_number, part_total, concatenation, priority, place, queued_at,
           expires_at, eligible, state, since, moment, detail, tries, recipient_tail, key_id,
           sealed_pdu, conversation, team, queue_name, fresh_since, lifetime_minutes)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        part.id(),
        part.message(),
        part.number(),
        part.total(),
        fresh.concatenation(),
        fresh.priority(),
        fresh.place(),
        part.since(),
        fresh.expiresAt(),
        part.number() == 1,
        part.state().kind(),
        part.since(),
        StateColumns.of(part.state()).moment(),
        StateColumns.of(part.state()).detail(),
        fresh.recipientTail(),
        fresh.draft().key(),
        fresh.sealedPdu(),
        fresh.draft().conversation(),
        fresh.draft().team().toString(),
        fresh.stand().written(),
        fresh.freshSince(),
        fresh.draft().lifetime().map(time -> (int) time.toMinutes()));
  }

  /// To whom a message went is not known any more; what may still go out is not touched.
  void forget(Tx tx, Id message) {
    tx.update(
        "update outbox_part set recipient_tail = ? where message = ? and sealed_pdu is null",
        new byte[32],
        message);
  }

  /// The parts of a message, in order.
  List<Part> parts(Sql sql, Id message) {
    return sql.list(PART + "where message = ? order by part_number", PartTable::part, message);
  }

  Optional<Part> part(Sql sql, Id id) {
    return sql.one(PART + "where id = ?", PartTable::part, id);
  }

  /// When the part makes no sense any more.
  Instant expiresAt(Sql sql, Id id) {
    return sql.one(
            "select expires_at from outbox_part where id = ?", row -> row.instant("expires_at"), id)
        .orElseThrow();
  }

  List<Part> submitting(Sql sql) {
    return sql.list(PART + "where state = 'SUBMITTING'", PartTable::part);
  }

  /// Parts that have waited too long, at most `most`.
  List<Part> overdue(Sql sql, Instant now, int most) {
    return sql.list(
        PART
            + """
            where state in ('QUEUED', 'HELD') and eligible = 1 and expires_at <= ?
            fetch first %d rows only
            """
                .formatted(most),
        PartTable::part,
        now);
  }

  private static Part part(Row row) {
    return new Part(
        row.id("id"),
        row.id("message"),
        row.integer("part_number"),
        row.integer("part_total"),
        new StateColumns(
                row.constant("state", PartState.Kind.class),
                row.maybeInstant("moment"),
                row.maybeText("detail"))
            .state(),
        row.instant("since"));
  }

  /// Writes a new state. The PDU is forgotten once the part cannot have to go out any more.
  void write(Tx tx, Part part) {
    tx.update(
        mayStillGo(part.state())
            ? "update outbox_part set state = ?, since = ?, moment = ?, detail = ? where id = ?"
            : """
            update outbox_part set state = ?, since = ?, moment = ?, detail = ?, sealed_pdu = null
            where id = ?
            """,
        part.state().kind(),
        part.since(),
        StateColumns.of(part.state()).moment(),
        StateColumns.of(part.state()).detail(),
        part.id());
  }

  private static boolean mayStillGo(PartState state) {
    return switch (state.kind()) {
      case QUEUED, HELD, SUBMITTING -> true;
      case SUBMITTED, DELIVERED, FAILED, EXPIRED, CANCELLED, UNKNOWN -> false;
    };
  }

  /// The reference under which the network knows the part.
  void refer(Tx tx, Id part, int messageReference) {
    tx.update("update outbox_part set message_reference = ? where id = ?", messageReference, part);
  }

  void signedBy(Tx tx, Id part, String who) {
    tx.update("update outbox_part set settled_by = ? where id = ?", who, part);
  }
}

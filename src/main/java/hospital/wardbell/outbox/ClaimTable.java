package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.Optional;

/// The part rows as whoever hands them over sees them.
final class ClaimTable {
  /// What is needed to hand a part over.
  ///
  /// @param conversation empty if it was queued before conversations had lines
  /// @param freshSince since when the part is as old as it is
  /// @param hasOwnLifetime whether `expiresAt` holds for the network as well
  /// @param sealedPdu treat as unchangeable
  @SuppressWarnings("ArrayRecordComponent") // handed from row to vault, never compared
  record Handover(
      Waiting waiting,
      Optional<Id> conversation,
      Instant freshSince,
      Instant expiresAt,
      boolean hasOwnLifetime,
      Id key,
      byte[] sealedPdu) {}

  private static final String HANDOVER =
      "select "
          + QueueTable.COLUMNS
          + """
          , conversation, fresh_since, queued_at, expires_at, lifetime_minutes, key_id, sealed_pdu
          from outbox_part
          where id = ? and state in ('QUEUED', 'HELD') and (modem is null or modem = ?)
          """;

  /// Empty unless the part waits and may be sent by `modem`.
  Optional<Handover> handover(Sql sql, Id part, String modem) {
    return sql.one(HANDOVER + " and eligible = 1", ClaimTable::handover, part, modem);
  }

  /// The same of a part whose turn has not come, since the one before it is still under way.
  Optional<Handover> ahead(Sql sql, Id part, String modem) {
    return sql.one(HANDOVER, ClaimTable::handover, part, modem);
  }

  private static Handover handover(Row row) {
    return new Handover(
        QueueTable.waiting(row),
        row.maybeId("conversation"),
        row.maybeInstant("fresh_since").orElseGet(() -> row.instant("queued_at")),
        row.instant("expires_at"),
        row.maybeInteger("lifetime_minutes").isPresent(),
        row.id("key_id"),
        row.bytes("sealed_pdu"));
  }

  /// Gives the part to `modem`; no other can take it after that.
  ///
  /// @param sim that is in that modem, if it is known
  /// @return whether it was still to be had
  boolean claim(Tx tx, Id part, String modem, Optional<byte[]> sim, Instant now) {
    int claimed =
        tx.update(
            """
            update outbox_part set modem = ?, sim = ?, claimed_at = ?
            where id = ? and eligible = 1 and state in ('QUEUED', 'HELD')
              and (modem is null or modem = ?)
            """,
            modem,
            sim,
            now,
            part,
            modem);
    return claimed == 1;
  }

  /// It was not handed over after all. Any modem may send it, if it is the message's first.
  void unclaim(Tx tx, Part part) {
    tx.update(
        part.number() == 1
            ? "update outbox_part set modem = null, sim = null, claimed_at = null where id = ?"
            : "update outbox_part set sim = null, claimed_at = null where id = ?",
        part.id());
  }

  /// Counts one more refusal; returns how many there were.
  int countTry(Tx tx, Id part) {
    tx.update("update outbox_part set tries = tries + 1 where id = ?", part);
    return (int) tx.number("select tries from outbox_part where id = ?", part);
  }

  /// From now on the part is only as old as one that is queued now.
  void refresh(Tx tx, Id part, Instant now) {
    tx.update("update outbox_part set fresh_since = ? where id = ?", now, part);
  }

  Optional<Id> conversation(Sql sql, Id part) {
    return sql.one(
            "select conversation from outbox_part where id = ?",
            row -> row.maybeId("conversation"),
            part)
        .flatMap(id -> id);
  }

  /// Whose message the part is of, and which modem it was given to.
  record Given(Id conversation, String modem) {}

  Optional<Given> given(Sql sql, Id part) {
    return sql.one(
        "select conversation, modem from outbox_part where id = ? and conversation is not null"
            + " and modem is not null",
        row -> new Given(row.id("conversation"), row.text("modem")),
        part);
  }
}

package hospital.wardbell.inbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.pdu.Concatenation;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Blind;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The rows of texts in several parts.
final class MultipartTable {
  private static final String COLUMNS = "g.id, g.total, g.first_seen, g.state, g.conversation";

  private record Candidate(Id id, Instant sentAt) {}

  private final Vault vault;

  MultipartTable(Vault vault) {
    this.vault = vault;
  }

  /// The message that `part` may belong to: by the same modem, not whole, the same in all that its
  /// parts share, sent within `window` of it, and without this part; of several the one sent
  /// nearest to it. A phone that has used a reference again begins another text.
  Optional<Id> lacking(
      Sql sql, Raw raw, Incoming.Delivered text, Concatenation part, Duration window) {
    Blind remote = blind(raw, text);
    return sql
        .list(
            "select g.id, g.sent_at from multipart g where "
                + remote.in("g.remote_index")
                + """
                   and g.reference = ? and g.state in ('WAITING', 'SHOWN') and g.wide = ?
                    and g.total = ? and g.alphabet = ? and g.sent_at between ? and ?
                    and not exists (select 1 from raw_pdu p where p.message = g.id and p.part = ?)
                """,
            row -> new Candidate(row.id("id"), row.instant("sent_at")),
            remote.before(
                part.reference(),
                part.wide(),
                part.total(),
                text.alphabet(),
                text.sentAt().minus(window),
                text.sentAt().plus(window),
                part.number()))
        .stream()
        .min(Comparator.comparing(c -> Duration.between(c.sentAt(), text.sentAt()).abs()))
        .map(Candidate::id);
  }

  Id insert(Tx tx, Raw raw, Incoming.Delivered text, Concatenation part) {
    Id id = Id.random();
    tx.update(
        """
        insert into multipart (id, remote_index, reference, wide, total, alphabet, sent_at,
          first_seen, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        blind(raw, text).kept(),
        part.reference(),
        part.wide(),
        part.total(),
        text.alphabet(),
        text.sentAt(),
        raw.seen(),
        Multipart.State.WAITING);
    return id;
  }

  Multipart find(Sql sql, Id id) {
    return sql.one(
            "select " + COLUMNS + " from multipart g where g.id = ?", MultipartTable::read, id)
        .orElseThrow(() -> new IllegalStateException("no text in parts " + id));
  }

  void state(Tx tx, Id id, Multipart.State state, Optional<Id> conversation) {
    tx.update(
        "update multipart set state = ?, conversation = ? where id = ?", state, conversation, id);
  }

  /// Those of which nothing is shown, and whose first part came at `latest` or before.
  List<Id> overdue(Sql sql, Instant latest) {
    return sql.list(
        "select id from multipart where state = 'WAITING' and first_seen <= ? order by first_seen",
        row -> row.id("id"),
        latest);
  }

  /// When the first part came of the oldest of which nothing is shown.
  Optional<Instant> oldest(Sql sql) {
    return sql.one(
        """
        select first_seen from multipart where state = 'WAITING'
        order by first_seen fetch first 1 rows only
        """,
        row -> row.instant("first_seen"));
  }

  private static Multipart read(Row row) {
    return new Multipart(
        row.id("id"),
        row.integer("total"),
        row.instant("first_seen"),
        row.constant("state", Multipart.State.class),
        row.maybeId("conversation"));
  }

  /// Whether more parts of it may come, and its first came since.
  boolean isOpen(Sql sql, Id id, Instant since) {
    return sql.number(
            "select count(*) from multipart"
                + " where id = ? and state in ('WAITING', 'SHOWN') and first_seen > ?",
            id,
            since)
        > 0;
  }

  /// Blinds anew whom it is from.
  ///
  /// @param raw one of its parts, and what it says
  void renew(Tx tx, Id id, Raw raw, Incoming.Delivered part) {
    unfind(tx, id, blind(raw, part).kept());
  }

  void unfind(Tx tx, Id id, byte[] index) {
    tx.update("update multipart set remote_index = ? where id = ?", index, id);
  }

  private Blind blind(Raw raw, Incoming.Delivered text) {
    return vault.blind(
        "multipart.remote/2",
        "%s %d %s".formatted(raw.modem(), text.port(), text.remote().canonical()));
  }
}

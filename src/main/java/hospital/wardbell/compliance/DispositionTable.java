package hospital.wardbell.compliance;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Disposition.Done;
import hospital.wardbell.compliance.Disposition.Fate;
import hospital.wardbell.compliance.Disposition.Item;
import hospital.wardbell.compliance.Disposition.State;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The rows of proposals and of what is in them.
final class DispositionTable {
  private static final String COLUMNS =
      """
      select id, state, policy, policy_version, proposed_at, proposed_by, reviewed_at, reviewed_by,
        approved_at, approved_by, ended_at, backups_free_at, periods_ended_at, certificate
      from disposition
      """;
  private static final String ITEMS =
      """
      select disposition, place, record_class, subject, data_key, anchor, due_day, state, noted
      from disposition_item
      """;
  private static final int MOST = 100;

  void insert(Tx tx, Disposition proposal) {
    tx.update(
        """
        insert into disposition (id, state, policy, policy_version, proposed_at, proposed_by,
          reviewed_at, reviewed_by)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        proposal.id(),
        proposal.state(),
        proposal.policy(),
        proposal.policyVersion(),
        proposal.proposed().at(),
        proposal.proposed().by(),
        proposal.reviewed().map(Done::at),
        proposal.reviewed().map(Done::by));
  }

  void insert(Tx tx, Item item) {
    tx.update(
        """
        insert into disposition_item (disposition, place, record_class, subject, data_key, anchor,
          due_day, state)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        item.disposition(),
        item.place(),
        item.recordClass(),
        item.subject(),
        item.key(),
        item.anchor(),
        item.due().toString(),
        item.fate());
  }

  Optional<Disposition> find(Sql sql, Id id) {
    return sql.one(COLUMNS + "where id = ?", DispositionTable::read, id);
  }

  /// The newest first.
  List<Disposition> newest(Sql sql) {
    return sql.list(
        COLUMNS + "order by proposed_at desc fetch first %d rows only".formatted(MOST),
        DispositionTable::read);
  }

  Optional<Disposition> in(Sql sql, State... states) {
    for (State state : states) {
      List<Disposition> found =
          sql.list(COLUMNS + "where state = ? order by proposed_at", DispositionTable::read, state);
      if (!found.isEmpty()) {
        return Optional.of(found.getFirst());
      }
    }
    return Optional.empty();
  }

  /// Those carried out of which a backup from before may be left.
  List<Disposition> inBackups(Sql sql) {
    return sql.list(
        COLUMNS + "where state = ? and backups_free_at is null and periods_ended_at is null",
        DispositionTable::read,
        State.DONE);
  }

  void reviewed(Tx tx, Id id, Actor by, Instant at) {
    tx.update(
        "update disposition set state = ?, reviewed_at = ?, reviewed_by = ? where id = ?",
        State.REVIEWED,
        at,
        by.label(),
        id);
  }

  void approved(Tx tx, Id id, Actor by, Instant at) {
    tx.update(
        "update disposition set state = ?, approved_at = ?, approved_by = ? where id = ?",
        State.APPROVED,
        at,
        by.label(),
        id);
  }

  void ended(Tx tx, Id id, State state, Instant at, Optional<String> certificate) {
    tx.update(
        "update disposition set state = ?, ended_at = ?, certificate = ? where id = ?",
        state,
        at,
        certificate,
        id);
  }

  void backupsFree(Tx tx, Id id, Instant at) {
    tx.update("update disposition set backups_free_at = ? where id = ?", at, id);
  }

  void periodsEnded(Tx tx, Id id, Instant at) {
    tx.update("update disposition set periods_ended_at = ? where id = ?", at, id);
  }

  /// All in order.
  List<Item> items(Sql sql, Id disposition) {
    return sql.list(
        ITEMS + "where disposition = ? order by place", DispositionTable::item, disposition);
  }

  /// The next that nobody has looked at.
  Optional<Item> next(Sql sql, Id disposition) {
    return sql.one(
        ITEMS + "where disposition = ? and state = ? order by place fetch first 1 rows only",
        DispositionTable::item,
        disposition,
        Fate.LISTED);
  }

  /// Erased, and not yet on the list outside the database; of whatever proposal.
  List<Item> unnoted(Sql sql, int most) {
    return sql.list(
        ITEMS
            + "where state = ? and noted = 0 order by disposition, place fetch first %d rows only"
                .formatted(most),
        DispositionTable::item,
        Fate.ERASED);
  }

  void noted(Tx tx, Item item) {
    tx.update(
        "update disposition_item set noted = 1 where disposition = ? and place = ?",
        item.disposition(),
        item.place());
  }

  void fate(Tx tx, Item item, Fate fate, Instant at) {
    tx.update(
        """
        update disposition_item set state = ?, settled_at = ? where disposition = ? and place = ?
        """,
        fate,
        at,
        item.disposition(),
        item.place());
  }

  private static Disposition read(Row row) {
    return new Disposition(
        row.id("id"),
        row.constant("state", State.class),
        row.text("policy"),
        row.number("policy_version"),
        new Done(row.instant("proposed_at"), row.text("proposed_by")),
        done(row, "reviewed"),
        done(row, "approved"),
        row.maybeInstant("ended_at"),
        row.maybeInstant("backups_free_at"),
        row.maybeInstant("periods_ended_at"),
        row.maybeText("certificate"));
  }

  private static Optional<Done> done(Row row, String what) {
    return row.maybeInstant(what + "_at").map(at -> new Done(at, row.text(what + "_by")));
  }

  private static Item item(Row row) {
    return new Item(
        row.id("disposition"),
        row.integer("place"),
        row.constant("record_class", RecordClass.class),
        row.id("subject"),
        row.id("data_key"),
        row.instant("anchor"),
        LocalDate.parse(row.text("due_day")),
        row.constant("state", Fate.class),
        row.flag("noted"));
  }
}

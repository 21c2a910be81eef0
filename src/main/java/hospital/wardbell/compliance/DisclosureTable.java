package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Disclosure.Told;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rows of disclosures, their words sealed.
final class DisclosureTable {
  private static final String RECIPIENT = "disclosure.recipient/1";
  private static final String SUBJECT = "disclosure.subject/1";
  private static final String PURPOSE = "disclosure.purpose/1";

  private final Vault vault;

  DisclosureTable(Vault vault) {
    this.vault = vault;
  }

  Id insert(
      Tx tx, Optional<Id> patient, Id key, Told told, Optional<Id> message, Id by, Instant now) {
    Id id = Id.random();
    tx.update(
        """
        insert into disclosure
          (id, patient, dek, on_day, recipient, subject, purpose, message, made_by, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        patient,
        key,
        told.day().toString(),
        vault.sealText(tx, key, new Cell(RECIPIENT, id), told.recipient()),
        vault.sealText(tx, key, new Cell(SUBJECT, id), told.what()),
        vault.sealText(tx, key, new Cell(PURPOSE, id), told.why()),
        message,
        by,
        now);
    return id;
  }

  /// Seals the words anew, for the patient whose it was.
  void assign(Tx tx, Disclosure disclosure, Id patient, Id key) {
    Id id = disclosure.id();
    tx.update(
        """
        update disclosure set patient = ?, dek = ?, recipient = ?, subject = ?, purpose = ?
        where id = ?
        """,
        patient,
        key,
        vault.sealText(tx, key, new Cell(RECIPIENT, id), disclosure.recipient()),
        vault.sealText(tx, key, new Cell(SUBJECT, id), disclosure.what()),
        vault.sealText(tx, key, new Cell(PURPOSE, id), disclosure.why()),
        id);
  }

  /// A patient's from that day on, oldest first.
  List<Disclosure> of(Sql sql, Id patient, LocalDate since) {
    return sql.list(
        "select * from disclosure where patient = ? and on_day >= ? order by on_day, made_at",
        row -> disclosure(sql, row),
        patient,
        since.toString());
  }

  /// Those of which nobody has said whose they were, oldest first.
  List<Disclosure> nobodys(Sql sql, int most) {
    return sql.list(
        "select * from disclosure where patient is null order by made_at"
            + " fetch first %d rows only".formatted(most),
        row -> disclosure(sql, row));
  }

  Optional<Disclosure> find(Sql sql, Id id) {
    return sql.one("select * from disclosure where id = ?", row -> disclosure(sql, row), id);
  }

  /// Which of `messages` are said to have gone to the wrong person.
  Set<Id> told(Sql sql, List<Id> messages) {
    if (messages.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        sql.list(
            "select message from disclosure where message in (?"
                + ", ?".repeat(messages.size() - 1)
                + ")",
            row -> row.id("message"),
            messages.toArray()));
  }

  boolean isTold(Sql sql, Id message) {
    return sql.number("select count(*) from disclosure where message = ?", message) > 0;
  }

  private Disclosure disclosure(Sql sql, Row row) {
    return new Disclosure(
        row.id("id"),
        row.maybeId("patient"),
        LocalDate.parse(row.text("on_day")),
        opened(sql, row, RECIPIENT, "recipient"),
        opened(sql, row, SUBJECT, "subject"),
        opened(sql, row, PURPOSE, "purpose"),
        row.maybeId("message"));
  }

  private String opened(Sql sql, Row row, String label, String column) {
    Cell cell = new Cell(label, row.id("id"));
    return Vault.unlessShredded(() -> vault.openText(sql, row.id("dek"), cell, row.bytes(column)))
        .orElse("");
  }
}

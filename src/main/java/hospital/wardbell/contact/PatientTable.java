package hospital.wardbell.contact;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.BlindTable;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Indexed;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of patients and of their numbers, sealed under a key of the patient's own.
final class PatientTable {
  private static final String NAME = "patient.name/1";
  private static final String NUMBER = "patient.number/1";
  private static final String NUMBER_INDEX = "patient.number";

  /// By what numbers are found.
  static final Indexed INDEXED =
      new Indexed(
          "patient_number",
          """
          select n.id, p.dek, n.number as cell, n.number_index as blind
          from patient_number n join patient p on p.id = n.patient
          where n.id > ? order by n.id fetch first 50 rows only
          """,
          "update patient_number set number_index = ? where id = ?",
          NUMBER,
          NUMBER_INDEX);

  private final Vault vault;

  PatientTable(Vault vault) {
    this.vault = vault;
  }

  void insert(Tx tx, Patient patient, Instant now) {
    Id dek = vault.newKey(tx, Vault.Subject.PATIENT);
    tx.update(
        "insert into patient (id, dek, team, name, language, made_at) values (?, ?, ?, ?, ?, ?)",
        patient.id(),
        dek,
        patient.team(),
        vault.sealText(tx, dek, new Cell(NAME, patient.id()), patient.name()),
        patient.language(),
        now);
    Id number = Id.random();
    tx.update(
        "insert into patient_number (id, patient, number, number_index, made_at)"
            + " values (?, ?, ?, ?, ?)",
        number,
        patient.id(),
        vault.sealText(tx, dek, new Cell(NUMBER, number), patient.number().e164()),
        vault.index(NUMBER_INDEX, patient.number().canonical()),
        now);
  }

  List<Patient> holding(Sql sql, PhoneNumber number) {
    return vault
        .blind(NUMBER_INDEX, number.canonical())
        .each(index ->
            sql.list(
                """
                select p.id, p.dek, p.team, p.name, p.language, n.id as number_id, n.number
                from patient_number n join patient p on p.id = n.patient
                where n.number_index = ?
                order by n.made_at
                """,
                row -> patient(sql, row),
                index));
  }

  /// The next in the order of ids, each with each of their numbers; from above `id` on.
  List<Patient> after(Sql sql, Id id, int most) {
    return sql
        .list(
            "select id from patient where id > ? and erased_at is null order by id fetch first %d rows only"
                .formatted(most),
            row -> row.id("id"),
            id)
        .stream()
        .flatMap(each -> numbered(sql, each).stream())
        .toList();
  }

  /// A patient once for each number.
  List<Patient> numbered(Sql sql, Id id) {
    return sql.list(
        """
        select p.id, p.dek, p.team, p.name, p.language, n.id as number_id, n.number
        from patient p join patient_number n on n.patient = p.id
        where p.id = ?
        order by n.made_at
        """,
        row -> patient(sql, row),
        id);
  }

  Optional<Id> key(Sql sql, Id id) {
    return sql.one("select dek from patient where id = ?", row -> row.id("dek"), id);
  }

  private Patient patient(Sql sql, Row row) {
    Id id = row.id("id");
    Id dek = row.id("dek");
    Cell number = new Cell(NUMBER, row.id("number_id"));
    return new Patient(
        id,
        row.id("team"),
        vault.openText(sql, dek, new Cell(NAME, id), row.bytes("name")),
        new PhoneNumber(vault.openText(sql, dek, number, row.bytes("number"))),
        row.text("language"));
  }

  BlindTable blindTable() {
    return new BlindTable(
        "numbers of patients", "patient_number", "id", List.of("number_index"), this::renew);
  }

  private boolean renew(Tx tx, Id row) {
    Optional<PhoneNumber> number =
        tx.one(
            "select p.dek, n.number from patient_number n join patient p on p.id = n.patient"
                + " where n.id = ?",
            found ->
                new PhoneNumber(
                    vault.openText(
                        tx, found.id("dek"), new Cell(NUMBER, row), found.bytes("number"))),
            row);
    number.ifPresent(open ->
        tx.update(
            "update patient_number set number_index = ? where id = ?",
            vault.index(NUMBER_INDEX, open.canonical()),
            row));
    return true;
  }
}

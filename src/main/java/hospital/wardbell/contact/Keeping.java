package hospital.wardbell.contact;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
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

/// How long patients' rows are kept, and their end. Whether one may be erased is for the caller to
/// know. Any thread; changes inside the caller's [Tx].
///
/// Of a patient who was erased the row stays, with the id, the team and the time it was made; the
/// name opens nowhere any more, and no number leads to it.
public final class Keeping {
  private static final String COLUMNS =
      "id, dek, made_at, born, discharged_at, retain_until, legal_hold, erased_at";
  private static final int MOST = 100_000;

  /// A patient, without name and numbers.
  ///
  /// @param born if somebody has said it
  /// @param discharged likewise
  /// @param keepUntil before when the row stays whatever the policy says
  public record Subject(
      Id id,
      Id key,
      Instant made,
      Optional<LocalDate> born,
      Optional<Instant> discharged,
      Optional<Instant> keepUntil,
      boolean held,
      boolean erased) {
    @Override
    public String toString() {
      return "Subject[" + id + "]";
    }
  }

  private final Vault vault;
  private final PatientTable table;
  private final PatientIndex index;

  Keeping(Vault vault, PatientTable table, PatientIndex index) {
    this.vault = vault;
    this.table = table;
    this.index = index;
  }

  /// For a home whose service does not run.
  public static Keeping alone(Vault vault) {
    return new Keeping(vault, new PatientTable(vault), new PatientIndex());
  }

  public Optional<Subject> find(Sql sql, Id patient) {
    return sql.one(
        "select " + COLUMNS + " from patient where id = ?", row -> subject(sql, row), patient);
  }

  private Subject subject(Sql sql, Row row) {
    Id id = row.id("id");
    Id key = row.id("dek");
    boolean erased = row.maybeInstant("erased_at").isPresent();
    return new Subject(
        id,
        key,
        row.instant("made_at"),
        row.maybeBytes("born")
            .filter(_ -> !erased)
            .flatMap(sealed ->
                Vault.unlessShredded(() -> vault.openText(sql, key, bornCell(id), sealed)))
            .map(LocalDate::parse),
        row.maybeInstant("discharged_at"),
        row.maybeInstant("retain_until"),
        row.flag("legal_hold"),
        erased);
  }

  /// Those made before, and neither held nor erased; the oldest first.
  public List<Subject> madeBefore(Sql sql, Instant time) {
    return sql.list(
        "select "
            + COLUMNS
            + " from patient where erased_at is null and legal_hold = 0 and made_at < ?"
            + " order by made_at, id fetch first %d rows only".formatted(MOST),
        row -> subject(sql, row),
        time);
  }

  /// The patients who have this number.
  public List<Id> holding(Sql sql, PhoneNumber number) {
    return table.holding(sql, number).stream().map(Patient::id).distinct().toList();
  }

  /// The numbers a patient has.
  public List<PhoneNumber> numbers(Sql sql, Id patient) {
    return table.numbered(sql, patient).stream().map(Patient::number).toList();
  }

  /// When the patient was born and was discharged, as far as it is known.
  public void know(Tx tx, Subject subject, Optional<LocalDate> born, Optional<Instant> discharged) {
    tx.update(
        "update patient set born = ?, discharged_at = ? where id = ?",
        born.map(day -> vault.sealText(tx, subject.key(), bornCell(subject.id()), day.toString())),
        discharged,
        subject.id());
  }

  /// A legal hold is put on it, or is there no more.
  public void hold(Tx tx, Id patient, boolean held) {
    tx.update("update patient set legal_hold = ? where id = ?", held, patient);
  }

  /// Destroys its keys and whatever finds it, in memory once this is committed.
  ///
  /// @return how many keys there were; 0 if they were destroyed before
  public int erase(Tx tx, Subject subject, Instant now) {
    int keys = vault.shred(tx, subject.key());
    tx.update("delete from patient_number where patient = ?", subject.id());
    tx.update("update patient set erased_at = ?, born = null where id = ?", now, subject.id());
    tx.afterCommit(() -> index.forget(subject.id()));
    return keys;
  }

  /// Those not erased whose keys are one of `keys`: a database from before may have them.
  public List<Subject> keptUnder(Sql sql, Set<Id> keys) {
    return sql.list("select id, dek from patient where erased_at is null", Keeping::keyed).stream()
        .filter(keyed -> keys.contains(keyed.key()))
        .flatMap(keyed -> find(sql, keyed.id()).stream())
        .toList();
  }

  private record Keyed(Id id, Id key) {}

  private static Keyed keyed(Row row) {
    return new Keyed(row.id("id"), row.id("dek"));
  }

  private static Cell bornCell(Id patient) {
    return new Cell("patient.born/1", patient);
  }
}

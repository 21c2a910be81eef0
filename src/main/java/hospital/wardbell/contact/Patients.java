package hospital.wardbell.contact;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Loop;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.SenderName;
import hospital.wardbell.base.ShortCode;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.BlindTable;
import hospital.wardbell.vault.Indexed;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The patients of one home. Any thread.
public final class Patients implements AutoCloseable {
  /// By what their numbers are found.
  public static final Indexed INDEXED = PatientTable.INDEXED;

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final int LONGEST_NAME = 200;
  private static final int AT_ONCE = 200;
  private static final Duration UNTIL_CLOSED = Duration.ofHours(1);

  /// Patients found, by name.
  ///
  /// @param isWhole false while names are still being read, just after the home was opened
  public record Matches(List<Patient> patients, boolean isWhole) {
    public Matches {
      patients = List.copyOf(patients);
    }
  }

  private final Store store;
  private final Vault vault;
  private final PatientTable table;
  private final Audit audit;
  private final InstantSource clock;
  private final PatientIndex index = new PatientIndex();
  private final Keeping keeping;
  private Id read = Id.of(new byte[16]); // the loop's own thread only
  private @Nullable Loop loop;

  public Patients(Store store, Vault vault, Audit audit, InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.table = new PatientTable(vault);
    this.audit = audit;
    this.clock = clock;
    this.keeping = new Keeping(vault, table, index);
  }

  /// How long their rows are kept.
  public Keeping keeping() {
    return keeping;
  }

  /// Begins to read names and numbers into memory, by which [#find] finds.
  public void start() {
    loop = Loop.start("patient-index", this::readSome);
  }

  /// The numbers, for when the index key is changed.
  public BlindTable blindTable() {
    return table.blindTable();
  }

  private Duration readSome() {
    if (index.isWhole()) {
      return UNTIL_CLOSED;
    }
    List<Patient> some = store.read(sql -> table.after(sql, read, AT_ONCE));
    if (some.isEmpty()) {
      index.whole();
      return UNTIL_CLOSED;
    }
    some.forEach(index::put);
    read = some.getLast().id();
    return Duration.ZERO;
  }

  /// Patients within `sight`: each word begins a part of the name, or is three or more digits in a
  /// row of a number. That there was a search is on the audit log before this returns.
  ///
  /// @param most so many at most; 1 to 200
  /// @param origin where the reader is
  public Matches find(Sight sight, String typed, int most, Actor by, String origin) {
    boolean isWhole = index.isWhole();
    List<Id> found = index.find(sight, typed, most);
    List<Patient> patients =
        store.read(sql ->
            found.stream().flatMap(id -> table.numbered(sql, id).stream().limit(1)).toList());
    audit.record(
        Entry.of(by, "patients.searched").from(origin).because("found " + patients.size()));
    return new Matches(patients, isWhole);
  }

  /// @throws IllegalArgumentException if the name or language is not lawful; says what is
  public Id add(Id team, String name, PhoneNumber number, String language, Actor by) {
    String given = name.strip();
    if (given.isEmpty() || given.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("A name has 1 to " + LONGEST_NAME + " characters.");
    }
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException("A language is two small letters, such as en or es.");
    }
    Patient patient = new Patient(Id.random(), team, given, number, language);
    store.change(tx -> {
      table.insert(tx, patient, clock.instant());
      audit.record(tx, Entry.of(by, "patient.added").aboutPatient(vault.pseudonym(patient.id())));
      tx.afterCommit(() -> index.put(patient));
    });
    return patient.id();
  }

  /// The names that those who have this number go by in the audit record.
  public List<String> pseudonyms(Remote remote) {
    return store.read(sql -> holding(sql, remote)).stream().map(this::pseudonym).toList();
  }

  /// What the audit record calls this patient.
  public String pseudonym(Patient patient) {
    return vault.pseudonym(patient.id());
  }

  /// A patient once for each of their numbers; nothing if there is no such patient, or their key
  /// was destroyed.
  public List<Patient> numbered(Sql sql, Id patient) {
    return Vault.unlessShredded(() -> table.numbered(sql, patient)).orElse(List.of());
  }

  /// The data key of what is kept about a patient.
  public Optional<Id> key(Sql sql, Id patient) {
    return table.key(sql, patient);
  }

  /// Those who have this number: none, one, or several on a shared telephone.
  public List<Patient> holding(Sql sql, Remote remote) {
    return switch (remote) {
      case PhoneNumber number -> table.holding(sql, number);
      case ShortCode _, SenderName _ -> List.of();
    };
  }

  /// Ends the loop that [#start] began.
  @Override
  public void close() {
    if (loop != null) {
      loop.close();
    }
  }
}

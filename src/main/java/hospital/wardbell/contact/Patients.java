package hospital.wardbell.contact;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.SenderName;
import hospital.wardbell.base.ShortCode;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;

/// The patients of one home. Any thread.
public final class Patients {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final int LONGEST_NAME = 200;

  private final Store store;
  private final Vault vault;
  private final PatientTable table;
  private final Audit audit;
  private final InstantSource clock;

  public Patients(Store store, Vault vault, Audit audit, InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.table = new PatientTable(vault);
    this.audit = audit;
    this.clock = clock;
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
    });
    return patient.id();
  }

  /// The names that those who have this number go by in the audit record.
  public List<String> pseudonyms(Remote remote) {
    return store.read(sql -> holding(sql, remote)).stream()
        .map(patient -> vault.pseudonym(patient.id()))
        .toList();
  }

  /// Those who have this number: none, one, or several on a shared telephone.
  public List<Patient> holding(Sql sql, Remote remote) {
    return switch (remote) {
      case PhoneNumber number -> table.holding(sql, number);
      case ShortCode _, SenderName _ -> List.of();
    };
  }
}

package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Whom a review watches more closely: patients whom everybody knows, and staff who may be patients
/// themselves. Any thread.
public final class Watched {
  /// A patient, and whether every look at them is reviewed.
  public record Person(Patient patient, boolean isWatched) {}

  private final Store store;
  private final Vault vault;
  private final Audit audit;
  private final Patients patients;
  private final Accounts accounts;
  private final InstantSource clock;

  public Watched(
      Store store,
      Vault vault,
      Audit audit,
      Patients patients,
      Accounts accounts,
      InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.audit = audit;
    this.patients = patients;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// Those who have the number, of whatever team; that each was seen is an entry.
  public List<Person> holding(PhoneNumber number, Staff by, String origin) {
    List<Person> found =
        store.read(sql ->
            patients.holding(sql, number).stream()
                .map(patient -> new Person(patient, PeopleTable.isWatched(sql, patient.id())))
                .toList());
    found.forEach(person ->
        audit.record(
            Entry.of(by.actor(), "patient.read")
                .aboutPatient(patients.pseudonym(person.patient()))
                .from(origin)));
    return found;
  }

  /// From now on every look at the patient is reviewed, or not more than others.
  public void watch(Id patient, boolean closely, Staff by) {
    store.change(tx -> {
      if (PeopleTable.isWatched(tx, patient) == closely) {
        return;
      }
      if (closely) {
        PeopleTable.watch(tx, patient, by.id(), clock.instant());
      } else {
        PeopleTable.unwatch(tx, patient);
      }
      String act = closely ? "patient.watched" : "patient.unwatched";
      audit.record(tx, Entry.of(by.actor(), act).aboutPatient(vault.pseudonym(patient)));
    });
  }

  /// Keeps, blinded, the private number of somebody of the staff, or none any more.
  ///
  /// @return whether there is such a login
  public boolean ownNumber(String login, Optional<PhoneNumber> number, Staff by) {
    Optional<Staff> found = accounts.find(login);
    found.ifPresent(person ->
        store.change(tx -> {
          number.ifPresentOrElse(
              own ->
                  PeopleTable.number(tx, person.id(), Persons.index(vault, own), clock.instant()),
              () -> PeopleTable.forget(tx, person.id()));
          String what = number.isPresent() ? "set" : "none";
          audit.record(
              tx, Entry.of(by.actor(), "staff.number-set").about(person.id()).because(what));
        }));
    return found.isPresent();
  }
}

package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.consent.Recipient;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.store.Sql;
import java.util.List;
import java.util.Optional;

/// Who holds the telephone at the other end.
final class Holders {
  private final Patients patients;

  Holders(Patients patients) {
    this.patients = patients;
  }

  /// Those whom the reader may see; a shared telephone may have a patient of another team as well.
  List<Patient> within(Sql sql, Sight sight, Remote remote) {
    return patients.holding(sql, remote).stream().filter(p -> sight.covers(p.team())).toList();
  }

  /// What the audit record calls those who have the number, of whatever team.
  List<String> pseudonyms(Sql sql, Remote remote) {
    return patients.holding(sql, remote).stream().map(patients::pseudonym).toList();
  }

  /// Of several on a shared telephone the first of the conversation's team; the number is what the
  /// Gate goes by.
  Recipient recipient(Sql sql, Id team, PhoneNumber number) {
    List<Patient> holders = patients.holding(sql, number);
    return holders.stream()
        .filter(p -> p.team().equals(team))
        .findFirst()
        .or(() -> holders.stream().findFirst())
        .<Recipient>map(p -> new Recipient.PatientNumber(p.id(), number))
        .orElseGet(() -> new Recipient.UnknownNumber(number));
  }

  /// The language in which a remote is answered that shows none itself.
  String language(Sql sql, Remote remote) {
    return patients.holding(sql, remote).stream().map(Patient::language).findFirst().orElse("en");
  }

  /// Whose patient it is, if anybody's.
  Optional<Id> team(Sql sql, Remote remote) {
    return patients.holding(sql, remote).stream().map(Patient::team).findFirst();
  }
}

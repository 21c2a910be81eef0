package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.compliance.Request;
import hospital.wardbell.compliance.Requests.Belonging;
import hospital.wardbell.compliance.Requests.Opened;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.identity.Accounts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// A request in words.
public record RequestView(Opened opened, Accounts accounts, LocalDate today, Shell shell) {
  public Request request() {
    return opened.request();
  }

  /// The patient's name; empty if the patient was erased.
  public String name() {
    return opened.patient().stream().map(Patient::name).findFirst().orElse("");
  }

  public String numbers() {
    return opened.patient().stream()
        .map(Patient::number)
        .distinct()
        .map(PhoneNumber::e164)
        .collect(Collectors.joining(", "));
  }

  /// Conversations of which a person decides.
  public List<Belonging> shared() {
    return opened.talks().stream().filter(talk -> talk.talk().shared()).toList();
  }

  public String team(Belonging belonging) {
    return accounts.teams().getOrDefault(belonging.talk().team(), "");
  }

  public String who(Id staff) {
    return accounts.name(staff).orElse(shell.say("by.left"));
  }

  /// Whether a copy may be made now.
  public boolean mayCopy() {
    return opened.mayCopy();
  }
}

package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Reference;
import java.time.LocalDate;
import java.util.Optional;

/// Something about a patient that somebody got who is neither the patient nor at work on their
/// care, its payment or the hospital's running.
///
/// @param patient whose it was; empty while nobody has said
/// @param day on which it was disclosed
/// @param recipient who got it, and where they are as far as is known
/// @param what in short
/// @param why in short
/// @param message the text that went to the wrong person, if it was one
/// @spec https://www.ecfr.gov/current/title-45/section-164.528#b-2 45 CFR 164.528(b)(2)
public record Disclosure(
    Id id,
    Optional<Id> patient,
    LocalDate day,
    String recipient,
    String what,
    String why,
    Optional<Id> message) {
  /// What is written down of one.
  public record Told(LocalDate day, String recipient, String what, String why) {
    @Override
    public String toString() {
      return "Told[" + day + "]";
    }
  }

  public Reference reference() {
    return Reference.of(id);
  }

  @Override
  public String toString() {
    return "Disclosure[" + id + "]";
  }
}

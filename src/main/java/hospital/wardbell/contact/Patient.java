package hospital.wardbell.contact;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;

/// A patient, opened.
///
/// @param team whose patient; a person sees own teams' patients
/// @param language ISO 639-1 code the patient prefers
public record Patient(Id id, Id team, String name, PhoneNumber number, String language) {
  @Override
  public String toString() {
    return "Patient[" + id + "]";
  }
}

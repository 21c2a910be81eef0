package hospital.wardbell.consent;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;

/// To whom a draft is addressed; each kind has its own rows in the Gate's table.
public sealed interface Recipient {
  PhoneNumber number();

  record PatientNumber(Id patient, PhoneNumber number) implements Recipient {}

  /// A colleague, paged. Never with PHI.
  record StaffPhone(Id staff, PhoneNumber number) implements Recipient {}

  /// Our own SIM, for a self-test.
  record OwnSim(PhoneNumber number) implements Recipient {}

  /// A number that no patient is known to have: somebody who texted first.
  record UnknownNumber(PhoneNumber number) implements Recipient {}
}

package hospital.wardbell.identity;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// What a role is there for. One person has roles of one duty only: whoever runs the box reads no
/// conversation, and whoever looks after the others is not one of them.
///
/// @spec https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final NIST SP 800-53 Rev. 5, AC-5 (separation
///   of duties)
public enum Duty {
  /// Patients: reads and sends.
  CARE,
  /// Privacy: reads the record of who looked, erases what has passed its time, sends nothing.
  PRIVACY,
  /// Proof: reads the record and changes nothing.
  AUDIT,
  /// The box and who may come in; no patient's data.
  BOX;

  /// Whether one person may hold all of these.
  static boolean together(Collection<Role> roles) {
    Set<Duty> duties = roles.stream().map(Role::duty).collect(Collectors.toSet());
    return duties.size() <= 1;
  }
}

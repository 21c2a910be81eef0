package hospital.wardbell.identity;

import static hospital.wardbell.identity.Permission.BREAK_GLASS;
import static hospital.wardbell.identity.Permission.DELETE;
import static hospital.wardbell.identity.Permission.ENROL;
import static hospital.wardbell.identity.Permission.GUARD_PRIVACY;
import static hospital.wardbell.identity.Permission.MANAGE_PEOPLE;
import static hospital.wardbell.identity.Permission.OWN_SESSION;
import static hospital.wardbell.identity.Permission.READ_AUDIT;
import static hospital.wardbell.identity.Permission.READ_CONVERSATIONS;
import static hospital.wardbell.identity.Permission.READ_TRAINING;
import static hospital.wardbell.identity.Permission.RETENTION;
import static hospital.wardbell.identity.Permission.RUN_SYSTEM;
import static hospital.wardbell.identity.Permission.SEE_SYSTEM;
import static hospital.wardbell.identity.Permission.SEND;
import static hospital.wardbell.identity.Permission.SETTLE;
import static hospital.wardbell.identity.Permission.TEND;
import static hospital.wardbell.identity.Permission.UNLOCK;

import java.util.List;

/// A bundle of permissions. IT runs the box and reads no conversation; privacy reads the record and
/// sends nothing.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.308#a-4 45 CFR 164.308(a)(4)
public enum Role {
  NURSE(Duty.CARE, READ_CONVERSATIONS, SEND, TEND, BREAK_GLASS),
  SCHEDULER(Duty.CARE, READ_CONVERSATIONS, SEND, TEND, BREAK_GLASS),
  FRONT_DESK(Duty.CARE, READ_CONVERSATIONS, SEND, TEND, BREAK_GLASS),
  LEAD(Duty.CARE, READ_CONVERSATIONS, SEND, TEND, BREAK_GLASS, SETTLE, DELETE, READ_TRAINING),
  PRIVACY(Duty.PRIVACY, READ_AUDIT, GUARD_PRIVACY, RETENTION, READ_TRAINING),
  AUDITOR(Duty.AUDIT, READ_AUDIT, READ_TRAINING),
  IT(Duty.BOX, SEE_SYSTEM, RUN_SYSTEM, MANAGE_PEOPLE);

  private final Duty duty;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is unmodifiable
  private final List<Permission> permissions;

  Role(Duty duty, Permission... permissions) {
    this.duty = duty;
    this.permissions = List.of(permissions);
  }

  public Duty duty() {
    return duty;
  }

  public List<Permission> permissions() {
    return permissions;
  }

  /// What every role has as well.
  @SuppressWarnings("ImmutableEnumChecker") // as above
  public static final List<Permission> ALL_HAVE = List.of(OWN_SESSION, UNLOCK, ENROL);
}

package hospital.wardbell.identity;

import static hospital.wardbell.identity.Permission.DELETE;
import static hospital.wardbell.identity.Permission.GUARD_PRIVACY;
import static hospital.wardbell.identity.Permission.MANAGE_PEOPLE;
import static hospital.wardbell.identity.Permission.OWN_SESSION;
import static hospital.wardbell.identity.Permission.READ_AUDIT;
import static hospital.wardbell.identity.Permission.READ_CONVERSATIONS;
import static hospital.wardbell.identity.Permission.RETENTION;
import static hospital.wardbell.identity.Permission.RUN_SYSTEM;
import static hospital.wardbell.identity.Permission.SEE_SYSTEM;
import static hospital.wardbell.identity.Permission.SEND;
import static hospital.wardbell.identity.Permission.SETTLE;

import java.util.List;

/// A bundle of permissions. IT runs the box and reads no conversation; privacy reads the record and
/// sends nothing.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.308#a-4 45 CFR 164.308(a)(4)
public enum Role {
  NURSE(READ_CONVERSATIONS, SEND),
  SCHEDULER(READ_CONVERSATIONS, SEND),
  FRONT_DESK(READ_CONVERSATIONS, SEND),
  LEAD(READ_CONVERSATIONS, SEND, SETTLE, DELETE),
  PRIVACY(READ_AUDIT, GUARD_PRIVACY, RETENTION),
  /// Reads the record, changes nothing.
  AUDITOR(READ_AUDIT),
  IT(SEE_SYSTEM, RUN_SYSTEM, MANAGE_PEOPLE);

  @SuppressWarnings("ImmutableEnumChecker") // List.of is unmodifiable
  private final List<Permission> permissions;

  Role(Permission... permissions) {
    this.permissions = List.of(permissions);
  }

  public List<Permission> permissions() {
    return permissions;
  }

  /// What every role has as well.
  public static final Permission ALL_HAVE = OWN_SESSION;
}

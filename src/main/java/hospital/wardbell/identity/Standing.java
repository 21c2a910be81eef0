package hospital.wardbell.identity;

/// Whether an account lets its person in.
public enum Standing {
  /// Not yet: the person has not used the invitation.
  INVITED,
  OPEN,
  /// Not any more, or not for now.
  DISABLED
}

package hospital.wardbell.identity;

/// What a route asks for, as a Shiro wildcard of subject and verb.
public enum Permission {
  READ_CONVERSATIONS("conversation:read"),
  SEND("conversation:send"),
  /// Texts that could not be read, and parts whose outcome is unknown.
  SETTLE("conversation:settle"),
  READ_AUDIT("audit:read"),
  /// To review who looked, and to answer what patients ask by right.
  GUARD_PRIVACY("privacy:guard"),
  /// Deleting a text, which marks it and destroys nothing.
  DELETE("conversation:delete"),
  /// How long records are kept, legal holds, erasing, and what was deleted.
  RETENTION("retention:run"),
  /// Who may come in, and what each may do.
  MANAGE_PEOPLE("people:manage"),
  SEE_SYSTEM("system:read"),
  /// What changes how the box runs and shows nobody's data.
  RUN_SYSTEM("system:run"),
  /// Anybody who has signed in.
  OWN_SESSION("session:own");

  private final String wildcard;

  Permission(String wildcard) {
    this.wildcard = wildcard;
  }

  public String wildcard() {
    return wildcard;
  }
}

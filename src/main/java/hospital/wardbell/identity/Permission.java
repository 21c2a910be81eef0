package hospital.wardbell.identity;

import hospital.wardbell.base.Id;

/// What a route asks for, as a Shiro wildcard of subject and verb; where it is about a team's data,
/// with the team as the third part: `conversation:read:<team>`.
///
/// @spec https://shiro.apache.org/permissions.html Apache Shiro, wildcard permissions
public enum Permission {
  READ_CONVERSATIONS("conversation:read", true),
  SEND("conversation:send", true),
  /// What is done with a conversation besides: that it is done, that a text went astray.
  TEND("conversation:tend", true),
  /// Reading another team's for a while, in an emergency.
  BREAK_GLASS("glass:break", false),
  /// Texts that could not be read, and parts whose outcome is unknown.
  SETTLE("conversation:settle", true),
  READ_AUDIT("audit:read", false),
  /// Who is trained, and who is late.
  READ_TRAINING("training:read", false),
  /// To review who looked, and to answer what patients ask by right.
  GUARD_PRIVACY("privacy:guard", false),
  /// Deleting a text, which marks it and destroys nothing.
  DELETE("conversation:delete", true),
  /// How long records are kept, legal holds, erasing, and what was deleted.
  RETENTION("retention:run", false),
  /// Who may come in, and what each may do.
  MANAGE_PEOPLE("people:manage", false),
  SEE_SYSTEM("system:read", false),
  /// What changes how the box runs and shows nobody's data.
  RUN_SYSTEM("system:run", false),
  /// Anybody who has signed in.
  OWN_SESSION("session:own", false),
  /// Likewise, also while the session is locked.
  UNLOCK("session:unlock", false),
  /// Likewise, also by whoever must add a passkey before anything else.
  ENROL("session:enrol", false);

  private final String wildcard;
  private final boolean ofTeam;

  Permission(String wildcard, boolean ofTeam) {
    this.wildcard = wildcard;
    this.ofTeam = ofTeam;
  }

  public String wildcard() {
    return wildcard;
  }

  /// Whether it is held for a team, and for no other team than that.
  boolean isOfTeam() {
    return ofTeam;
  }

  /// That of one team's data.
  String of(Id team) {
    return wildcard + ":" + team;
  }
}

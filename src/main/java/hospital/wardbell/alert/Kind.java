package hospital.wardbell.alert;

import java.util.List;

/// What it is that somebody must know, and who: the roles of each circle, of which the next is told
/// when nobody of those before has acknowledged.
public enum Kind {
  /// Somebody made themselves see another team's conversations.
  BREAK_GLASS(Severity.URGENT, "PRIVACY", "LEAD", "IT"),
  /// That was not reviewed in time.
  REVIEW_OVERDUE(Severity.NOTICE, "PRIVACY", "AUDITOR"),
  /// Somebody tries whether they are reached; it goes to that person alone.
  TEST(Severity.NOTICE),
  /// Somebody opens very many conversations.
  MANY_LOOKS(Severity.URGENT, "PRIVACY"),
  /// Somebody looks at patients at an hour at which they never do.
  AFTER_HOURS(Severity.NOTICE, "PRIVACY"),
  /// Many sign-ins are refused.
  GUESSING(Severity.URGENT, "IT", "PRIVACY"),
  /// So many have left the hospital's directory that nobody was put out.
  DIRECTORY_STOPPED(Severity.URGENT, "IT"),
  /// The hospital's directory does not answer, so who leaves is not put out.
  DIRECTORY_SILENT(Severity.NOTICE, "IT");

  private final Severity severity;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is unmodifiable
  private final List<String> circles;

  Kind(Severity severity, String... circles) {
    this.severity = severity;
    this.circles = List.of(circles);
  }

  public Severity severity() {
    return severity;
  }

  /// The names of roles, the first to be told first; none if each such alert is for one person.
  public List<String> circles() {
    return circles;
  }
}

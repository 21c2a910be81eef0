package hospital.wardbell.identity;

/// An account cannot be made or changed so; nothing was changed. The message is the rule, in
/// English, for the command line; a page has words of its own for each.
public final class Unlawful extends IllegalArgumentException {
  /// What was not kept to.
  public enum Rule {
    LOGIN("A login has 1 to 64 letters, digits, dots, hyphens, underscores or @."),
    NAME("A name has 1 to " + Accounts.LONGEST_NAME + " characters."),
    ROLE("An account needs at least one role."),
    APART("One person may not hold these roles together."),
    LANGUAGE("The language is en or es."),
    TAKEN("This login is taken."),
    TEAM("There is no such team."),
    ABSENT("There is no such account."),
    DISABLED("The account is disabled. Enable it first."),
    ELSEWHERE(
        "The hospital's directory says this person's password, roles and teams. Change them there."),
    OWN("Nobody changes the own account here. Another administrator does it."),
    LAST(
        "At least two people with the role it, who can sign in, must be left. Invite another first.");

    private final String words;

    Rule(String words) {
      this.words = words;
    }
  }

  private static final long serialVersionUID = 1L;

  private final Rule rule;

  Unlawful(Rule rule) {
    super(rule.words);
    this.rule = rule;
  }

  public Rule rule() {
    return rule;
  }

  static void unless(boolean lawful, Rule rule) {
    if (!lawful) {
      throw new Unlawful(rule);
    }
  }
}

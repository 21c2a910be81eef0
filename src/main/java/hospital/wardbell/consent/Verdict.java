package hospital.wardbell.consent;

/// What the Gate says of a draft, with the rule that decided.
public sealed interface Verdict {
  Rule rule();

  record Pass(Cleared cleared, Rule rule) implements Verdict {}

  record Refuse(Rule rule) implements Verdict {}

  /// A row of the Gate's table. The console words it by its name (`gate.OPTED_OUT`).
  enum Rule {
    OPTED_IN(""),
    PATIENT_TEXTED_FIRST(""),
    ANSWER_DUE("47 CFR 64.1200(a)(12)"),
    OWN_STAFF(""),
    OWN_SIM(""),
    OPTED_OUT("47 CFR 64.1200(a)(10)"),
    NEVER_ASKED("47 CFR 64.1200(a)(1)(iii)"),
    ANSWER_GIVEN("47 CFR 64.1200(a)(12)"),
    EMPTY_TEXT(""),
    TOO_LONG("3GPP TS 23.040 9.2.3.24.1");

    private final String citation;

    Rule(String citation) {
      this.citation = citation;
    }

    /// The law or standard behind it; empty if it is our own rule.
    public String citation() {
      return citation;
    }
  }
}

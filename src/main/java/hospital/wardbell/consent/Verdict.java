package hospital.wardbell.consent;

/// What the Gate says of a draft, with the rule that decided.
public sealed interface Verdict {
  Rule rule();

  record Pass(Cleared cleared, Rule rule) implements Verdict {}

  record Refuse(Rule rule) implements Verdict {}

  /// A row of the Gate's table. The console words it by its name (`gate.OPTED_OUT`).
  enum Rule {
    OPTED_IN(true, ""),
    PATIENT_TEXTED_FIRST(true, ""),
    ANSWER_DUE(true, "47 CFR 64.1200(a)(12)"),
    /// A call is an inquiry: one text that says how to reach us, once a day.
    CALLED_US(true, "47 CFR 64.1200(f)(5)"),
    OWN_STAFF(true, ""),
    OWN_SIM(true, ""),
    OPTED_OUT(false, "47 CFR 64.1200(a)(10)"),
    NEVER_ASKED(false, "47 CFR 64.1200(a)(1)(iii)"),
    ANSWER_GIVEN(false, "47 CFR 64.1200(a)(12)"),
    EMPTY_TEXT(false, ""),
    TOO_LONG(false, "3GPP TS 23.040 9.2.3.24.1"),
    /// A short code or a sender's name, to which no text can be sent.
    NOT_TEXTABLE(false, "");

    private final boolean passes;
    private final String citation;

    Rule(boolean passes, String citation) {
      this.passes = passes;
      this.citation = citation;
    }

    /// Whether a draft that this rule decides may go out.
    public boolean passes() {
      return passes;
    }

    /// The law or standard behind it; empty if it is our own rule.
    public String citation() {
      return citation;
    }
  }
}

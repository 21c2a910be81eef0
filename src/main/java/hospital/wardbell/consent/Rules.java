package hospital.wardbell.consent;

import static hospital.wardbell.consent.Verdict.Rule.ANSWER_DUE;
import static hospital.wardbell.consent.Verdict.Rule.ANSWER_GIVEN;
import static hospital.wardbell.consent.Verdict.Rule.CALLED_US;
import static hospital.wardbell.consent.Verdict.Rule.EMPTY_TEXT;
import static hospital.wardbell.consent.Verdict.Rule.NEVER_ASKED;
import static hospital.wardbell.consent.Verdict.Rule.OPTED_IN;
import static hospital.wardbell.consent.Verdict.Rule.OPTED_OUT;
import static hospital.wardbell.consent.Verdict.Rule.OWN_SIM;
import static hospital.wardbell.consent.Verdict.Rule.OWN_STAFF;
import static hospital.wardbell.consent.Verdict.Rule.PATIENT_TEXTED_FIRST;
import static hospital.wardbell.consent.Verdict.Rule.TOO_LONG;

import hospital.wardbell.consent.Consent.NeverAsked;
import hospital.wardbell.consent.Consent.OptedIn;
import hospital.wardbell.consent.Consent.OptedOut;
import hospital.wardbell.consent.Facts.Call;
import hospital.wardbell.consent.Facts.Size;
import hospital.wardbell.consent.Facts.To;

/// The Gate's table: the first row that fits decides. Pure.
final class Rules {
  private Rules() {}

  static Verdict.Rule decide(Facts facts) {
    boolean toOurselves = facts.purpose() == Purpose.OPERATION;
    return switch (facts.standing()) {
      case Consent _ when facts.size() == Size.EMPTY -> EMPTY_TEXT;
      case Consent _ when facts.size() == Size.TOO_LONG -> TOO_LONG;
      case Consent _ when facts.call() == Call.GIVEN -> ANSWER_GIVEN;
      case Consent _ when facts.call() == Call.DUE -> ANSWER_DUE;
      case OptedOut _ -> OPTED_OUT;
      case Consent _ when facts.call() == Call.AFTER_CALL -> CALLED_US;
      case Consent _ when toOurselves && facts.to() == To.STAFF -> OWN_STAFF;
      case Consent _ when toOurselves && facts.to() == To.OWN_SIM -> OWN_SIM;
      case OptedIn _ -> OPTED_IN;
      case NeverAsked(var lastTexted) when facts.answersPatient(lastTexted) -> PATIENT_TEXTED_FIRST;
      case NeverAsked _ -> NEVER_ASKED;
    };
  }
}

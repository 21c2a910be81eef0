package hospital.wardbell.modem;

import hospital.wardbell.modem.SendOutcome.Fault;
import hospital.wardbell.modem.Vitals.Topic;

/// What becomes of texts says something about the SIM and the line, told until a text is accepted.
///
/// @spec https://www.3gpp.org/dynareport/24011.htm#E-2 3GPP TS 24.011 Annex E-2
final class Verdicts {
  private static final int BARRED_BY_OPERATOR = 8;
  private static final int BARRED = 10;
  private static final int REJECTED = 21;

  /// One may be the recipient's, or a spark's; prepaid SIMs without credit are refused so each
  /// time.
  private static final int IN_A_ROW = 3;

  private final Vitals vitals;
  private int rejected;
  private int damaged;

  Verdicts(Vitals vitals) {
    this.vitals = vitals;
  }

  /// @param evolvedOnly whether the network lets the modem in for LTE's packets alone
  void heard(SendOutcome outcome, boolean evolvedOnly) {
    switch (outcome) {
      case SendOutcome.Accepted _ -> {
        rejected = 0;
        damaged = 0;
        vitals.fine(Topic.SERVICE);
      }
      case SendOutcome.Refused(Fault fault, int code) -> refused(fault, code, evolvedOnly);
      case SendOutcome.NotTried why when why.equals(Submitter.DAMAGED) -> {
        if (++damaged >= IN_A_ROW) {
          tell(Trouble.Kind.LINE_DAMAGES);
        }
      }
      case SendOutcome.NotTried _, SendOutcome.Unknown _ -> {}
    }
  }

  private void refused(Fault fault, int code, boolean evolvedOnly) {
    rejected = code == REJECTED ? rejected + 1 : 0;
    switch (code) {
      case BARRED_BY_OPERATOR, BARRED -> tell(Trouble.Kind.BARRED);
      case REJECTED -> {
        if (rejected >= IN_A_ROW) {
          tell(Trouble.Kind.NO_CREDIT);
        }
      }
      default -> {
        if (evolvedOnly && fault != Fault.MODEM) {
          tell(Trouble.Kind.IMS_OFF);
        }
      }
    }
  }

  private void tell(Trouble.Kind kind) {
    vitals.trouble(Topic.SERVICE, Trouble.of(kind));
  }
}

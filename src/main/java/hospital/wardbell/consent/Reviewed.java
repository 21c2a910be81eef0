package hospital.wardbell.consent;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import java.util.Optional;

/// What the Gate keeps of a draft, so that it can decide again without its text or number.
///
/// @param remote the recipient's row in the ledger; empty if there was none
/// @param answers the kind of answer and the message that calls for it, if it is one
record Reviewed(
    Id message,
    Optional<Id> remote,
    Facts.To to,
    Purpose purpose,
    boolean personsOwn,
    Optional<Called> answers) {
  record Called(Kind kind, Id inbound) {
    static Called of(Answer answer) {
      return new Called(Kind.of(answer), answer.inbound());
    }
  }

  /// The kind of [Answer].
  enum Kind {
    OPT_OUT_CONFIRMATION,
    OPT_IN_CONFIRMATION,
    HELP,
    MISSED_CALL;

    static Kind of(Answer answer) {
      return switch (answer) {
        case Answer.OptOutConfirmation _ -> OPT_OUT_CONFIRMATION;
        case Answer.OptInConfirmation _ -> OPT_IN_CONFIRMATION;
        case Answer.Help _ -> HELP;
        case Answer.MissedCall _ -> MISSED_CALL;
      };
    }
  }

  static Reviewed of(Draft draft, Id remote) {
    return new Reviewed(
        draft.message(),
        Optional.of(remote),
        Facts.To.of(draft.to()),
        draft.purpose(),
        draft.author() instanceof Actor.Person,
        draft.answers().map(Called::of));
  }

  boolean confirmsOptOut() {
    return answers.filter(a -> a.kind() == Kind.OPT_OUT_CONFIRMATION).isPresent();
  }
}

package hospital.wardbell.consent;

import java.time.Duration;
import java.time.Instant;

/// All that the Gate's table looks at: a draft and where its recipient stands.
///
/// @param standing the recipient's, in the ledger
/// @param personsOwn whether a person wrote it, not a program
/// @param answerWindow for how long after a text from the recipient a person may answer
record Facts(
    Size size,
    Call call,
    Consent standing,
    To to,
    Purpose purpose,
    boolean personsOwn,
    Instant now,
    Duration answerWindow) {
  /// How much text there is.
  enum Size {
    EMPTY,
    FITS,
    TOO_LONG;

    // A segment of many holds at least 66 UTF-16 units or 76 characters of two septets, and there
    // are at most 255: whatever is no longer than this can be sent, whatever it is written in.
    private static final int LONGEST = 255 * 66;

    static Size of(String text) {
      if (text.isBlank()) {
        return EMPTY;
      }
      return text.length() > LONGEST ? TOO_LONG : FITS;
    }
  }

  /// Whether the recipient's own text or call calls for it.
  enum Call {
    /// It answers nothing, or what it would confirm has been undone since.
    NONE,
    DUE,
    /// A call calls for it, which is less than a text: it undoes no opt-out.
    AFTER_CALL,
    /// Called for, but the answer was given already.
    GIVEN
  }

  /// The kind of [Recipient].
  enum To {
    PATIENT,
    STAFF,
    OWN_SIM,
    UNKNOWN;

    static To of(Recipient recipient) {
      return switch (recipient) {
        case Recipient.PatientNumber _ -> PATIENT;
        case Recipient.StaffPhone _ -> STAFF;
        case Recipient.OwnSim _ -> OWN_SIM;
        case Recipient.UnknownNumber _ -> UNKNOWN;
      };
    }
  }

  /// Whether it is a person's own words within care, and the recipient texted us not long ago.
  boolean answersPatient(Instant lastTexted) {
    return personsOwn && purpose == Purpose.CARE && now.isBefore(lastTexted.plus(answerWindow));
  }
}

package hospital.wardbell.web.api;

import hospital.wardbell.consent.Purpose;
import hospital.wardbell.consent.Verdict;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the API writes our words.
final class Words {
  private Words() {}

  static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  /// The purpose a program may give; [Purpose#OPERATION] is Wardbell's own.
  static Optional<Purpose> purpose(String word) {
    return Arrays.stream(Purpose.values())
        .filter(p -> p != Purpose.OPERATION)
        .filter(p -> lower(p).equals(word))
        .findFirst();
  }

  /// Why the Gate did not let a text out.
  static String of(Verdict.Rule rule) {
    return switch (rule) {
      case OPTED_OUT ->
          "The patient has opted out of texts. Nothing was sent; reach the patient another way.";
      case NEVER_ASKED ->
          "The patient has never agreed to texts. Nothing was sent; ask for consent first.";
      case ANSWER_GIVEN -> "That answer has been given already. Nothing was sent.";
      case EMPTY_TEXT -> "The text is empty. Nothing was sent.";
      case TOO_LONG -> "The text is too long for one message. Nothing was sent; shorten it.";
      case NOT_TEXTABLE -> "No text can be sent there. Nothing was sent.";
      case OPTED_IN, PATIENT_TEXTED_FIRST, ANSWER_DUE, CALLED_US, OWN_STAFF, OWN_SIM ->
          "The rules let the text out, but it was not sent.";
    };
  }
}

package hospital.wardbell.consent;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import java.util.Optional;

/// A text that somebody wants sent, before the Gate has seen it.
///
/// @param message its id from now on
/// @param conversation where it belongs
/// @param key the data key under which its text is sealed
/// @param answers what it answers, if the patient's text calls for it
public record Draft(
    Id message,
    Id conversation,
    Id key,
    Recipient to,
    Purpose purpose,
    String text,
    Actor author,
    Optional<Answer> answers) {
  @Override
  public String toString() {
    return "Draft[" + message + ", " + purpose + ", " + text.length() + " characters]";
  }
}

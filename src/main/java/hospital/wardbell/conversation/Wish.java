package hospital.wardbell.conversation;

import hospital.wardbell.consent.Purpose;
import java.time.Duration;
import java.util.Optional;

/// What somebody wants to send.
///
/// @param lifetime after which it makes no sense any more, if not what is usual; 5 minutes to 24
///   hours
public record Wish(Purpose purpose, String text, Optional<Duration> lifetime) {
  /// Words within care.
  public static Wish care(String text) {
    return new Wish(Purpose.CARE, text, Optional.empty());
  }

  @Override
  public String toString() {
    return "Wish[" + purpose + ", " + text.length() + " characters]";
  }
}

package hospital.wardbell.consent;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import java.time.Duration;
import java.util.Optional;

/// A text that somebody wants sent, before the Gate has seen it.
///
/// @param message its id from now on
/// @param conversation where it belongs
/// @param team whose number it should come from
/// @param key the data key under which its text is sealed
/// @param answers what it answers, if the patient's text calls for it
/// @param lifetime after which it makes no sense any more, if not what is usual; 5 minutes to 24
///   hours
public record Draft(
    Id message,
    Id conversation,
    Id team,
    Id key,
    Recipient to,
    Purpose purpose,
    String text,
    Actor author,
    Optional<Answer> answers,
    Optional<Duration> lifetime) {
  public static final Duration SHORTEST_LIFETIME = Duration.ofMinutes(5);
  public static final Duration LONGEST_LIFETIME = Duration.ofHours(24);

  public Draft {
    if (lifetime.filter(time -> !isLifetime(time)).isPresent()) {
      throw new IllegalArgumentException("a text lives for 5 minutes to 24 hours");
    }
  }

  private static boolean isLifetime(Duration time) {
    return time.compareTo(SHORTEST_LIFETIME) >= 0 && time.compareTo(LONGEST_LIFETIME) <= 0;
  }

  @Override
  public String toString() {
    return "Draft[" + message + ", " + purpose + ", " + text.length() + " characters]";
  }
}

package hospital.wardbell.practice;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/// How a practice patient answers texts.
public interface Personality {
  /// @param heard the whole text
  /// @param turn how many texts this patient has had before, from 0
  /// @param chance the patient's own, so that the same seed says the same
  Optional<Saying> answer(String heard, int turn, Random chance);

  /// An answer, and the time a person takes to give it.
  record Saying(Duration after, String text) {
    static Optional<Saying> in(int seconds, String text) {
      return Optional.of(new Saying(Duration.ofSeconds(seconds), text));
    }
  }
}

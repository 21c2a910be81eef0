package hospital.wardbell.web.console;

import hospital.wardbell.base.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the sealed page may ask: to be opened. May block for as long as a passphrase is stretched.
public interface SealedDoor {
  /// What came of trying.
  sealed interface Answer {
    /// It opens; that takes seconds.
    record Opening() implements Answer {}

    /// That opens nothing.
    record Wrong() implements Answer {}

    /// Shares that cannot be what is printed.
    ///
    /// @param what the last part of the message's key
    /// @param numbers which share, which words
    record Mistyped(String what, List<Integer> numbers) implements Answer {
      public Mistyped {
        numbers = List.copyOf(numbers);
      }
    }

    /// Too many were wrong; nothing was tried.
    record Wait(Duration left) implements Answer {}
  }

  /// @param origin the caller's address
  Answer passphrase(Secret typed, String origin);

  /// @param typed the words of one share each
  Answer shares(List<String> typed, String origin);

  /// Whether it is being opened now.
  boolean isOpening();

  /// What kept it from opening though what was typed was right; empty if nothing did.
  Optional<String> trouble();

  /// Whether there is a passphrase, and one that this build cannot try.
  boolean isPassphraseOfOtherBuild();

  /// How many shares the recovery kit asks for; 0 if there is no kit.
  int sharesNeeded();
}

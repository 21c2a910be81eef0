package hospital.wardbell.consent;

import java.util.Optional;

/// A text that is nothing but a word of command, in English or Spanish.
public enum Keyword {
  STOP,
  START,
  HELP;

  /// Tolerates case, accents, punctuation, quotes, emoji and spaces; a keyword inside a sentence is
  /// none.
  public static Optional<Keyword> of(String text) {
    throw new IllegalStateException("not built");
  }
}

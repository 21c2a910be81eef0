package hospital.wardbell.consent;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A text that is nothing but a word of command, in English or Spanish.
///
/// CANCEL is on the FCC's list of words that always revoke, though it may also be meant for an
/// appointment.
///
/// @spec https://www.ecfr.gov/current/title-47/section-64.1200#a-10 47 CFR 64.1200(a)(10)
public enum Keyword {
  STOP(
      "STOP",
      "STOPALL",
      "END",
      "QUIT",
      "UNSUBSCRIBE",
      "REVOKE",
      "OPTOUT",
      "REMOVE",
      "CANCEL",
      "CANCELAR",
      "ALTO",
      "PARAR",
      "BAJA",
      "NOMAS"),
  START("START", "UNSTOP", "INICIAR", "ALTA"),
  HELP("HELP", "INFO", "AYUDA");

  // Longer than any keyword with every decoration that people put around one.
  private static final int LONGEST = 100;
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]");
  private static final Map<String, Keyword> BY_WORD =
      Stream.of(values())
          .flatMap(k -> k.words.stream().map(word -> Map.entry(word, k)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final List<String> words;

  Keyword(String... words) {
    this.words = List.of(words);
  }

  /// Tolerates case, accents, punctuation, quotes, emoji and spaces; a keyword inside a sentence is
  /// none.
  public static Optional<Keyword> of(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(BY_WORD.get(bare(text)));
  }

  /// The letters and digits of `text`, without accents, in upper case.
  private static String bare(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return NEITHER_LETTER_NOR_DIGIT.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
  }
}

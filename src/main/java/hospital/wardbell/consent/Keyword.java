package hospital.wardbell.consent;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A text that is nothing but a word of command, in English or Spanish.
///
/// CANCEL is on the FCC's list of words that always revoke, though it may also be meant for an
/// appointment.
///
/// @spec https://www.ecfr.gov/current/title-47/section-64.1200#a-10 47 CFR 64.1200(a)(10)
public enum Keyword {
  STOP,
  START,
  HELP;

  // Longer than any keyword with all the decoration that people put around one.
  private static final int LONGEST = 100;
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]");
  private static final Map<String, Keyword> BY_WORD =
      Map.ofEntries(
          entry("STOP", STOP),
          entry("STOPALL", STOP),
          entry("END", STOP),
          entry("QUIT", STOP),
          entry("UNSUBSCRIBE", STOP),
          entry("REVOKE", STOP),
          entry("OPTOUT", STOP),
          entry("REMOVE", STOP),
          entry("CANCEL", STOP),
          entry("CANCELAR", STOP),
          entry("ALTO", STOP),
          entry("PARAR", STOP),
          entry("BAJA", STOP),
          entry("NOMAS", STOP),
          entry("START", START),
          entry("UNSTOP", START),
          entry("INICIAR", START),
          entry("ALTA", START),
          entry("HELP", HELP),
          entry("INFO", HELP),
          entry("AYUDA", HELP));
  private static final Set<String> SPANISH =
      Set.of("CANCELAR", "ALTO", "PARAR", "BAJA", "NOMAS", "INICIAR", "ALTA", "AYUDA");

  /// Tolerates case, accents, punctuation, quotes, emoji and spaces; a keyword inside a sentence is
  /// none.
  public static Optional<Keyword> of(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(BY_WORD.get(bare(text)));
  }

  /// The language that a keyword shows: `es` for a Spanish one. The English ones show none, since
  /// everybody uses STOP.
  public static Optional<String> languageOf(String text) {
    return text.length() <= LONGEST && SPANISH.contains(bare(text))
        ? Optional.of("es")
        : Optional.empty();
  }

  /// The letters and digits of `text`, without accents, in upper case.
  private static String bare(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return NEITHER_LETTER_NOR_DIGIT.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
  }
}

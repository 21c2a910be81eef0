package hospital.wardbell.consent;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private static final Map<String, Keyword> ENGLISH =
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
          entry("START", START),
          entry("UNSTOP", START),
          entry("HELP", HELP),
          entry("INFO", HELP));
  private static final Map<String, Keyword> SPANISH =
      Map.ofEntries(
          entry("CANCELAR", STOP),
          entry("ALTO", STOP),
          entry("PARAR", STOP),
          entry("BAJA", STOP),
          entry("NOMAS", STOP),
          entry("INICIAR", START),
          entry("ALTA", START),
          entry("AYUDA", HELP));

  /// Tolerates case, accents, punctuation, quotes, emoji and spaces; a keyword inside a sentence is
  /// none.
  public static Optional<Keyword> of(String text) {
    String bare = bare(text);
    return Optional.ofNullable(ENGLISH.get(bare)).or(() -> Optional.ofNullable(SPANISH.get(bare)));
  }

  /// The language that a keyword shows: `es` for a Spanish one. The English ones show none, since
  /// everybody uses STOP.
  public static Optional<String> languageOf(String text) {
    return SPANISH.containsKey(bare(text)) ? Optional.of("es") : Optional.empty();
  }

  /// The letters and digits of `text`, without accents, in upper case; none of a text that is
  /// longer than any keyword.
  private static String bare(String text) {
    if (text.length() > LONGEST) {
      return "";
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return NEITHER_LETTER_NOR_DIGIT.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
  }
}

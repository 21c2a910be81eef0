package hospital.wardbell.identity;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// Passwords as whoever guesses them thinks of them: the word, without capitals and accents, the
/// digits put behind it, and the digits put in it for letters.
final class Plainly {
  private static final String LOOKALIKES = "0134578@$!+";
  private static final String LETTERS = "oleastbasit";

  private Plainly() {}

  /// Without capitals, accents and wide forms.
  static String written(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  static String letters(String plain) {
    return plain.replaceAll("[^\\p{L}]+", "");
  }

  /// The words that may be meant, of letters only; none is empty.
  static Set<String> cores(String plain) {
    String before = plain.replaceAll("[^\\p{L}]+$", "");
    String inner = before.replaceAll("^[^\\p{L}]+", "");
    Set<String> cores = new LinkedHashSet<>();
    cores.add(letters(inner));
    cores.add(letters(read(inner)));
    cores.add(letters(read(before)));
    cores.remove("");
    return cores;
  }

  /// With letters for the digits and marks that look like them.
  private static String read(String plain) {
    StringBuilder read = new StringBuilder(plain);
    for (int i = 0; i < read.length(); i++) {
      int lookalike = LOOKALIKES.indexOf(read.charAt(i));
      if (lookalike >= 0) {
        read.setCharAt(i, LETTERS.charAt(lookalike));
      }
    }
    return read.toString();
  }
}

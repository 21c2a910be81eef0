package hospital.wardbell.contact;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The words by which a text is found: runs of letters and digits, in small letters, without
/// accents. `Mañana` and `manana` are the same word, as are `ﬁx` and `fix`. Pure.
///
/// A single letter finds too much and is no word; a single digit is one (`room 4`). What is longer
/// than 40 characters is found by its first 40.
public final class SearchWords {
  /// More than a text of ten parts has; the rest of a longer one is not found by its words.
  static final int MOST = 400;

  private static final int LONGEST = 40;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}|\\p{N}");

  private SearchWords() {}

  /// Each word once, in the order of the text.
  public static List<String> of(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    SequencedSet<String> words = new LinkedHashSet<>();
    WORD.matcher(plain.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .map(SearchWords::shortened)
        .takeWhile(_ -> words.size() < MOST)
        .forEach(words::add);
    return List.copyOf(words);
  }

  private static String shortened(String word) {
    if (word.length() <= LONGEST) {
      return word;
    }
    return word.substring(0, word.offsetByCodePoints(0, word.codePointCount(0, LONGEST)));
  }
}

package hospital.wardbell.identity.lesson;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A made-up conversation to try one's hand at: what somebody nobody knows texts, and by fixed
/// rules what is said of each answer.
///
/// @param scenes in their order; the last takes no answer
/// @param words that tell what somebody is treated for, lower case and without accents
public record Rehearsal(List<Scene> scenes, Set<String> words) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  public Rehearsal {
    scenes = List.copyOf(scenes);
    words = Set.copyOf(words);
    if (scenes.isEmpty() || words.isEmpty()) {
      throw new IllegalArgumentException("a rehearsal has scenes and words");
    }
  }

  /// @param remark what is said of an answer that tells nothing
  public record Scene(String text, String remark) {}

  /// How many answers there are to give.
  public int answers() {
    return scenes.size() - 1;
  }

  /// The first word of an answer that tells what somebody is treated for, as it was typed.
  public Optional<String> telling(String answer) {
    return WORD.matcher(Normalizer.normalize(answer, Normalizer.Form.NFC))
        .results()
        .map(MatchResult::group)
        .filter(word -> words.contains(plain(word)))
        .findFirst();
  }

  private static String plain(String word) {
    String apart = Normalizer.normalize(word, Normalizer.Form.NFKD);
    return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /// Reads its file: `>` a text, `!` the remark on its answer, `words` such as tell.
  static Rehearsal read(List<String> lines) {
    List<Scene> scenes = new ArrayList<>();
    Set<String> words = new HashSet<>();
    String text = "";
    for (String line : lines) {
      if (line.startsWith("> ")) {
        text = line.substring(2);
      } else if (line.startsWith("! ")) {
        scenes.add(new Scene(text, line.substring(2)));
      } else if (line.startsWith("words ")) {
        List<String> of = List.of(line.split(" ", -1));
        of.stream().skip(1).map(Rehearsal::plain).forEach(words::add);
      }
    }
    return new Rehearsal(scenes, words);
  }
}

package hospital.wardbell.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.resources.DictionaryUtil;

/// Passwords that are tried first everywhere: words of a list, what leaked elsewhere, and what is
/// easily typed rather than thought of, which is told by its form.
final class CommonPasswords {
  /// The longest word that is looked for, in characters.
  static final int LONGEST = 100;

  private static final String LIST = "common-passwords.txt";
  private static final int LONGEST_UNIT = 4;
  private static final int SHORTEST_WALK = 3;

  /// A day of birth in digits, in whatever order, or years.
  private static final Pattern DATES =
      Pattern.compile(
          "(?:(?:19|20)\\d\\d){2,}"
              + "|(?:19|20)\\d\\d(?:0\\d|1[0-2])[0-3]\\d"
              + "|(?:0\\d|1[0-2])[0-3]\\d(?:19|20)\\d\\d"
              + "|[0-3]\\d(?:0\\d|1[0-2])(?:19|20)\\d\\d");

  /// Ways that fingers go on a keyboard, and what is known by heart.
  private static final List<String> WALKS =
      Stream.of(
              "qwertyuiop[]",
              "qwertzuiop",
              "azertyuiop",
              "asdfghjkl;'",
              "zxcvbnm,./",
              "yxcvbnm",
              "1234567890",
              "01234567890",
              "!@#$%^&*()",
              "abcdefghijklmnopqrstuvwxyz",
              "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
              "qazwsxedcrfvtgbyhnujmikolp",
              "1q2w3e4r5t6y7u8i9o0p",
              "q1w2e3r4t5y6u7i8o9p0",
              "1a2b3c4d5e6f7g8h9i",
              "a1b2c3d4e5f6g7h8i9",
              "147258369",
              "789456123",
              "159753")
          .flatMap(way -> Stream.of(way, new StringBuilder(way).reverse().toString()))
          .toList();

  private final Set<String> words;

  private CommonPasswords(Set<String> words) {
    this.words = words;
  }

  static CommonPasswords load() {
    try (InputStream in = CommonPasswords.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + LIST);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Set<String> words = new HashSet<>(List.of(text.strip().split("\\s+", -1)));
      return new CommonPasswords(Set.copyOf(words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether it is one of the list.
  boolean isWord(String core) {
    return words.contains(core);
  }

  /// Whether it is one of the list, perhaps again and again.
  boolean hasWord(String core) {
    for (int unit = 1; unit <= core.length(); unit++) {
      if (core.length() % unit == 0 && hasPeriod(core, unit) && isWord(core.substring(0, unit))) {
        return true;
      }
    }
    return false;
  }

  /// Whether it is, as a whole, one of those that people used elsewhere and that leaked. They are
  /// read anew each time and not kept: passwords are seldom chosen.
  boolean hasLeaked(String plain) {
    return DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords).keySet().stream()
        .anyMatch(plain::equalsIgnoreCase);
  }

  /// Whether it is the same few characters again and again, ways of fingers, or dates.
  boolean hasForm(String plain) {
    for (int unit = 1; unit <= LONGEST_UNIT; unit++) {
      if (hasPeriod(plain, unit)) {
        return true;
      }
    }
    return isWalked(plain) || DATES.matcher(plain.replaceAll("[-/. ]", "")).matches();
  }

  private static boolean hasPeriod(String text, int period) {
    for (int i = period; i < text.length(); i++) {
      if (text.charAt(i) != text.charAt(i - period)) {
        return false;
      }
    }
    return text.length() >= period;
  }

  /// Whether it can be divided into pieces of walks.
  private static boolean isWalked(String text) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int end = SHORTEST_WALK; end <= text.length(); end++) {
      int first = Math.max(0, end - LONGEST);
      for (int begin = first; begin <= end - SHORTEST_WALK && !reached[end]; begin++) {
        String piece = text.substring(begin, end);
        reached[end] = reached[begin] && WALKS.stream().anyMatch(way -> way.contains(piece));
      }
    }
    return reached[text.length()];
  }
}

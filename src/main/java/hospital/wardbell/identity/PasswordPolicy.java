package hospital.wardbell.identity;

import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.crypto.Pbkdf2;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a password of a person's own choice must be: long enough, and none that others try first.
/// Any characters do, in any mixture, and it never has to be changed for its age. Any thread.
///
/// Eight characters are enough beside a second factor, without which nobody signs in here. In the
/// build of the validated module it is as many as that needs.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver NIST SP 800-63B-4 §3.1.1.2
public final class PasswordPolicy {
  /// Why a password is refused.
  public enum Problem {
    TOO_SHORT,
    TOO_LONG,
    /// Among the first that are tried everywhere.
    COMMON,
    /// Among the first that are tried here: made of the person's or the hospital's name, or ours.
    ABOUT
  }

  /// In code points, as the least number is.
  public static final int MOST = 1_000;

  private static final int LEAST = 8;
  private static final int SHORTEST_WORD = 3;

  private final CommonPasswords common = CommonPasswords.load();

  /// The fewest code points of a password.
  public static int least() {
    return Cryptography.ofThisBuild().hasArgon2id() ? LEAST : Pbkdf2.LEAST_OCTETS;
  }

  /// @param about names and words that whoever knows the person or the house tries first
  Optional<Problem> problem(Secret password, List<String> about) {
    char[] characters = Passwords.characters(password);
    try {
      return problem(new String(characters), about);
    } finally {
      Arrays.fill(characters, '\0');
    }
  }

  private Optional<Problem> problem(String password, List<String> about) {
    int length = password.codePointCount(0, password.length());
    if (length < least()) {
      return Optional.of(Problem.TOO_SHORT);
    }
    if (length > MOST) {
      return Optional.of(Problem.TOO_LONG);
    }
    String plain = Plainly.written(password);
    if (common.hasForm(plain) || common.hasLeaked(plain)) {
      return Optional.of(Problem.COMMON);
    }
    Set<String> own = words(about);
    for (String core : Plainly.cores(plain)) {
      if (common.hasWord(core)) {
        return Optional.of(Problem.COMMON);
      }
      if (isMadeOf(core, own)) {
        return Optional.of(Problem.ABOUT);
      }
    }
    return Optional.empty();
  }

  /// Each name whole, and its words.
  private static Set<String> words(List<String> about) {
    Set<String> words = new HashSet<>();
    for (String name : about) {
      String plain = Plainly.written(name);
      words.add(Plainly.letters(plain));
      words.addAll(List.of(plain.split("[^\\p{L}]+", -1)));
    }
    words.removeIf(word -> word.length() < SHORTEST_WORD);
    return words;
  }

  /// Whether it is `own` words and common ones one behind the other, and one at least is `own`.
  private boolean isMadeOf(String core, Set<String> own) {
    if (core.isEmpty() || own.stream().noneMatch(core::contains)) {
      return false;
    }
    boolean[] reached = new boolean[core.length() + 1];
    reached[0] = true;
    for (int end = 1; end <= core.length(); end++) {
      for (int begin = Math.max(0, end - CommonPasswords.LONGEST); begin < end; begin++) {
        String word = core.substring(begin, end);
        reached[end] |= reached[begin] && (own.contains(word) || common.isWord(word));
      }
    }
    return reached[core.length()];
  }
}

package hospital.wardbell.identity;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A password made by chance, to be typed from paper once: five groups of four, 100 bits, without
/// the characters that are read for one another (i, l, o, u).
final class FirstPassword {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int GROUPS = 5;
  private static final int CHARACTERS = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private FirstPassword() {}

  static String random() {
    return random(GROUPS);
  }

  /// So many groups, 20 bits each.
  static String random(int groups) {
    return IntStream.range(0, groups).mapToObj(_ -> group()).collect(Collectors.joining("-"));
  }

  private static String group() {
    return RANDOM
        .ints(CHARACTERS, 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .collect(Collectors.joining());
  }
}

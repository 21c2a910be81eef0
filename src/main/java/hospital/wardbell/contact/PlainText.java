package hospital.wardbell.contact;

import java.text.Normalizer;
import java.util.Locale;

/// What somebody typed, in the few characters that a telephone number needs: lower-case letters
/// without accents, ASCII digits, plain spaces and hyphens. Line breaks become `;`. What cannot be
/// seen and pictures of telephones are left out; everything else stays as it was.
final class PlainText {
  // Turns what follows around: what is read is not what is stored.
  private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202e;
  private static final int FULL_WIDTH_FIRST = 0xff01;
  private static final int FULL_WIDTH_LAST = 0xff5e;
  private static final int FULL_WIDTH_OFFSET = 0xff01 - '!';

  private PlainText() {}

  static String of(String typed) {
    StringBuilder plain = new StringBuilder(typed.length());
    Normalizer.normalize(typed.strip(), Normalizer.Form.NFD)
        .codePoints()
        .forEach(c -> append(plain, narrow(c)));
    return plain.toString().strip().toLowerCase(Locale.ROOT);
  }

  private static int narrow(int c) {
    return c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? c - FULL_WIDTH_OFFSET : c;
  }

  private static void append(StringBuilder plain, int c) {
    switch (c) {
      case '\n', '\r', 0x2028, 0x2029 -> plain.append(';');
      case '\t' -> plain.append(' ');
      case 0x2212, 0x30fc -> plain.append('-'); // minus sign, Japanese long-vowel mark
      case 0xb7, 0x2022, 0x2027, 0x30fb -> plain.append('.'); // middle dots
      case 0x2018, 0x2019 -> plain.append('\''); // typographic apostrophes
      case RIGHT_TO_LEFT_OVERRIDE -> plain.appendCodePoint(c);
      default -> appendByKind(plain, c);
    }
  }

  @SuppressWarnings("StatementSwitchToExpressionSwitch")
  private static void appendByKind(StringBuilder plain, int c) {
    switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER -> plain.append(Character.digit(c, 10));
      case Character.SPACE_SEPARATOR -> plain.append(' ');
      case Character.DASH_PUNCTUATION -> plain.append('-');
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.OTHER_SYMBOL -> {}
      default -> plain.appendCodePoint(c);
    }
  }
}

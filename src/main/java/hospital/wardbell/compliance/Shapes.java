package hospital.wardbell.compliance;

import java.util.Locale;
import java.util.function.IntPredicate;

/// What the letters of a printed document can show. A character for which its font has no shape, or
/// that would have to run from right to left, is not left out: it is printed as its number and name
/// in brackets, `[U+1F44D THUMBS UP SIGN]`. Pure.
final class Shapes {
  private static final int VARIATION_FROM = 0xFE00;
  private static final int VARIATION_TO = 0xFE0F;
  private static final int JOINER = 0x200D;

  private final IntPredicate has;

  /// @param has whether the font has a shape for a code point
  Shapes(IntPredicate has) {
    this.has = has;
  }

  String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          if (point == '\n' || point == '\t' || shows(point)) {
            out.appendCodePoint(point);
          } else if (!isSilent(point)) {
            out.append(named(point));
          }
        });
    return out.toString();
  }

  private boolean shows(int point) {
    return switch (Character.getDirectionality(point)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          false;
      default -> !Character.isISOControl(point) && has.test(point);
    };
  }

  /// What says how the character before it is drawn, and nothing of its own.
  private static boolean isSilent(int point) {
    return point == JOINER || point == '\r' || (point >= VARIATION_FROM && point <= VARIATION_TO);
  }

  private static String named(int point) {
    String number = String.format(Locale.ROOT, "U+%04X", point);
    String name = Character.getName(point);
    boolean says = name != null && !Character.isIdeographic(point);
    return says ? "[" + number + " " + name + "]" : "[" + number + "]";
  }
}

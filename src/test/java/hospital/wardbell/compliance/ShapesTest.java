package hospital.wardbell.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {
  private final Shapes shapes = new Shapes(point -> point < 0x500);

  @ParameterizedTest
  @CsvSource({
    "Přijdu, Přijdu",
    "👍, [U+1F44D THUMBS UP SIGN]",
    "👍🏽, [U+1F44D THUMBS UP SIGN][U+1F3FD EMOJI MODIFIER FITZPATRICK TYPE-4]",
    "❤️, [U+2764 HEAVY BLACK HEART]",
    "王, [U+738B]",
    "א, [U+05D0 HEBREW LETTER ALEF]",
    "م, [U+0645 ARABIC LETTER MEEM]"
  })
  void what_the_letters_cannot_show_is_named(String text, String printed) {
    assertThat(shapes.printable(text)).isEqualTo(printed);
  }
}

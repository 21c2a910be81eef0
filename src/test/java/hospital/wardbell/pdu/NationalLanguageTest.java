package hospital.wardbell.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NationalLanguageTest {
  /// Identifier, then two places of the locking table and two of the single shift table, with their
  /// code points, as the standard prints them.
  @ParameterizedTest
  @CsvSource({
    " 1, TURKISH,    04, 20AC, 0B, 011E, 47, 011E, 73, 015F",
    " 2, SPANISH,    04, 00E8, 7D, 00F1, 41, 00C1, 75, 00FA",
    " 3, PORTUGUESE, 12, 00AA, 7B, 00E3, 05, 00EA, 13, 0393",
    " 4, BENGALI,    00, 0981, 7F, 09F1, 19, 09E6, 2A, 09E3",
    " 5, GUJARATI,   0B, 0A8C, 7F, 0AF1, 1C, 0AE6, 25, 0AEF",
    " 6, HINDI,      3C, 0929, 7F, 097F, 1C, 0966, 3A, 0971",
    " 7, KANNADA,    24, 0CA1, 7C, 0CE0, 1C, 0CE6, 2A, 0CF2",
    " 8, MALAYALAM,  48, 0D34, 7F, 0D79, 28, 007B, 34, 0D7F",
    " 9, ORIYA,      49, 0B35, 7B, 0B57, 26, 0B5C, 2C, 0B71",
    "10, PUNJABI,    4A, 0A36, 7F, 0A74, 26, 0A59, 2B, 0A5C",
    "11, TAMIL,      19, 0B99, 7F, 0BF9, 26, 0BF3, 2E, 0BFA",
    "12, TELUGU,     00, 0C01, 7F, 0C63, 2A, 0C78, 32, 0C7F",
    "13, URDU,       00, 0627, 7F, 0670, 1C, 06F0, 3F, 06D4"
  })
  void the_tables_hold_what_the_standard_prints(
      int identifier,
      NationalLanguage language,
      String lockingPlace,
      String lockingCharacter,
      String otherLockingPlace,
      String otherLockingCharacter,
      String singlePlace,
      String singleCharacter,
      String otherSinglePlace,
      String otherSingleCharacter) {
    assertThat(NationalLanguage.of(identifier)).contains(language);
    assertThat(at(language.locking(), lockingPlace)).isEqualTo(lockingCharacter);
    assertThat(at(language.locking(), otherLockingPlace)).isEqualTo(otherLockingCharacter);
    assertThat(at(language.single(), singlePlace)).isEqualTo(singleCharacter);
    assertThat(at(language.single(), otherSinglePlace)).isEqualTo(otherSingleCharacter);
  }

  private static String at(CharacterTable table, String place) {
    return "%04X".formatted((int) table.at(Integer.parseInt(place, 16)));
  }

  @ParameterizedTest
  @EnumSource
  void every_table_has_line_ends_digits_and_no_character_at_the_escape(NationalLanguage language) {
    assertThat(language.locking().at(0x0a)).isEqualTo('\n');
    assertThat(language.locking().at(0x0d)).isEqualTo('\r');
    assertThat(language.locking().at(0x1b)).isEqualTo(CharacterTable.EMPTY);
    assertThat(language.single().at(0x1b)).isEqualTo(CharacterTable.EMPTY);
    assertThat(IntStream.rangeClosed('0', '9').allMatch(d -> language.locking().at(d) == d))
        .isTrue();
    assertThat("^{}[]~|\\\f".chars().allMatch(c -> language.single().has((char) c))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void every_character_of_every_table_reads_as_it_was_written(NationalLanguage language) {
    var alphabet = new Gsm7(language.locking(), language.single());
    String all = language.locking().characters() + language.single().characters();
    String text = all.replace(String.valueOf(CharacterTable.EMPTY), "");

    assertThat(alphabet.decode(alphabet.encode(text))).isEqualTo(text);
  }

  @Test
  void identifiers_beyond_the_last_language_are_reserved() {
    assertThat(NationalLanguage.of(0)).isEmpty();
    assertThat(NationalLanguage.of(14)).isEmpty();
    assertThat(NationalLanguage.of(255)).isEmpty();
  }

  @Test
  void the_default_alphabet_is_the_one_of_the_standard() {
    assertThat(Gsm7.DEFAULT.main().characters())
        .isEqualTo(
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\uffffÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
    assertThat(Gsm7.DEFAULT.encode("\f^{}\\[~]|€"))
        .containsExactly(
            0x1b, 0x0a, 0x1b, 0x14, 0x1b, 0x28, 0x1b, 0x29, 0x1b, 0x2f, 0x1b, 0x3c, 0x1b, 0x3d,
            0x1b, 0x3e, 0x1b, 0x40, 0x1b, 0x65);
  }
}

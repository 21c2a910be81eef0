package hospital.wardbell.contact;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.PhoneNumber;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneReaderTest {
  private static final PhoneReading FOUND = known("+12025550123", true, "ok");

  private final PhoneReader reader = new PhoneReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025550123",
        "12025550123",
        "+12025550123",
        "+1 202 555 0123",
        "(202) 555-0123",
        "(202)555-0123",
        "1 (202) 555-0123",
        "(+1) 202-555-0123",
        "1-202-555-0123",
        "202.555.0123",
        "202/555-0123",
        "202_555_0123",
        "202 - 555 - 0123",
        "[202] 555 0123",
        "20 25 55 01 23",
        "  202-555-0123  ",
        "202\t555\t0123",
        "011 1 202 555 0123",
      })
  void punctuation_is_tolerated(String typed) {
    assertThat(read(typed)).isEqualTo(FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "202\u00a0555\u202f0123", // no-break spaces
        "202\u2009555\u30000123", // thin and ideographic space
        "202\u2010555\u20130123", // hyphen, en dash
        "202\u2011555\u22120123", // no-break hyphen, minus sign
        "202\u2014555\uff0d0123", // em dash, full-width hyphen
        "202\u00b7555\u20220123", // middle dot, bullet
        "２０２５５５０１２３",
        "＋１（２０２）５５５－０１２３",
        "\u0662\u0660\u0662\u0665\u0665\u0665\u0660\u0661\u0662\u0663", // Arabic-Indic digits
        "\u202a(202) 555-0123\u202c", // as copied out of a telephone's contacts
        "\ufeff202\u200b555\u00ad0123", // byte-order mark, zero-width space, soft hyphen
        "\u260e\ufe0f 202-555-0123",
      })
  void every_kind_of_space_dash_and_digit_is_read(String typed) {
    assertThat(read(typed)).isEqualTo(FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cell: 202-555-0123",
        "CELL 202-555-0123",
        "cell202-555-0123",
        "(202) 555-0123 (cell)",
        "(202) 555-0123 - mobile",
        "mobile phone # 202-555-0123",
        "Phone no. 202-555-0123",
        "No: 202-555-0123",
        "tel:+1-202-555-0123",
        "Tel. (202) 555-0123",
        "H: 202-555-0123",
        "c 202-555-0123",
        "202-555-0123 C",
        "Móvil: 202-555-0123",
        "Teléfono celular 202 555 0123",
        "mom's cell 202-555-0123",
        "202-555-0123 (madre)",
        "'2025550123",
        "=\"2025550123\"",
      })
  void labels_around_one_number_are_tolerated(String typed) {
    assertThat(read(typed)).isEqualTo(FOUND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          555-0123                    | no_area_code
          5550123                     | no_area_code
          911                         | service_code
          411                         | service_code
          31313                       | short_code
          878787                      | short_code
          20255501                    | too_short
          202-555-012                 | too_short
          1-202-555-012               | bad_area_code
          +1 202 555 01               | too_short
          202-555-01234               | too_long
          22025550123                 | too_long
          2025550123.0                | too_long
          442079460018                | too_long
          +1 1 202 555 0123           | too_long
          0 202 555 0123              | too_long
          *67 202-555-0123            | star_code
          *82                         | star_code
          #31#2025550123              | text
          900-555-0123                | premium
          1-900-555-0123              | premium
          123-456-7890                | placeholder
          0123456789                  | placeholder
          987-654-3210                | placeholder
          000-000-0000                | placeholder
          1111111111                  | placeholder
          555-555-5555                | placeholder
          999-999-9999                | placeholder
          999999999999                | placeholder
          555-123-4567                | placeholder
          202-555-5555                | placeholder
          102-555-0123                | bad_area_code
          002-555-0123                | bad_area_code
          911-555-0123                | bad_area_code
          292-555-0123                | bad_area_code
          202-155-0123                | bad_exchange
          202-055-0123                | bad_exchange
          202-911-0123                | bad_exchange
          2O2-555-0123                | letters
          202-555-O123                | letters
          202-55S-0123                | letters
          2.02555E+09                 | letters
          2.025550123E9               | letters
          O2025550123                 | text
          1-800-FLOWERS               | text
          l-202-555-0123              | text
          n/a                         | text
          none                        | text
          no phone                    | text
          ---                         | text
          see chart                   | text
          call daughter               | text
          no 202-555-0123             | text
          do not text 202-555-0123    | text
          old number 202-555-0123     | text
          $2,025,550,123              | text
          202-555-0123 or 202-555-0145     | several_numbers
          202-555-0123 / 202-555-0145      | several_numbers
          202-555-0123, 202-555-0145       | several_numbers
          202-555-0123; 202-555-0145       | several_numbers
          202-555-0123 & 202-555-0145      | several_numbers
          202-555-0123 202-555-0145        | several_numbers
          2025550123 cell 2025550145 home  | letters
          +12025550123 +12025550145        | several_numbers
          202-555-0123/0145                | too_long
          a1b2c3                           | letters
          patient@example.org              | text
          ²025550123                       | text
          """)
  void what_is_not_just_one_certain_number_is_refused(String typed, String reason) {
    assertThat(read(typed)).isEqualTo(new PhoneReading(Optional.empty(), false, reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          202-555-0123 x45              | +12025550123 | extension
          2025550123x45                 | +12025550123 | extension
          (202) 555-0123 ext. 4567      | +12025550123 | extension
          202-555-0123 Extension: 45    | +12025550123 | extension
          202-555-0123, ext 45 (work)   | +12025550123 | extension
          202-555-0123 #45              | +12025550123 | extension
          tel:+1-202-555-0123;ext=45    | +12025550123 | extension
          +44 20 7946 0018 x12          | +442079460018 | extension
          800-555-0123                  | +18005550123 | toll_free
          1-888-555-0123                | +18885550123 | toll_free
          +1 833 555 0123               | +18335550123 | toll_free
          800-555-0123 x4               | +18005550123 | toll_free
          Fax: 202-555-0123             | +12025550123 | fax
          202-555-0123 (landline)       | +12025550123 | landline
          pager 202-555-0123            | +12025550123 | pager
          +44 808 157 0192              | +448081570192 | toll_free
          """)
  void some_numbers_are_known_but_take_no_texts(String typed, String e164, String reason) {
    assertThat(read(typed)).isEqualTo(known(e164, false, reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          +44 7700 900123         | +447700900123
          011 44 7700 900123      | +447700900123
          011-44-7700-900123      | +447700900123
          +44 (0)7700 900123      | +447700900123
          +44 20 7946 0018        | +442079460018
          +52 55 1234 5678        | +525512345678
          Cel: +52 55 1234 5678   | +525512345678
          +34 612 34 56 78        | +34612345678
          +46 70 174 06 05        | +46701740605
          +1 876 555 0123         | +18765550123
          """)
  void a_country_code_says_which_country(String typed, String e164) {
    assertThat(read(typed)).isEqualTo(known(e164, true, "ok"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          +2025550123         | country_code_missing
          +999 555 0123       | bad_country_code
          +0 202 555 0123     | bad_country_code
          +44 7700            | too_short
          +44 7700 900123 456 | too_long
          +44 909 879 0123    | premium
          """)
  void a_country_code_is_never_guessed(String typed, String reason) {
    assertThat(read(typed)).isEqualTo(new PhoneReading(Optional.empty(), false, reason));
  }

  @Test
  void another_region_reads_its_own_numbers_without_a_prefix() {
    assertThat(reader.read("07700 900123", "gb")).isEqualTo(known("+447700900123", true, "ok"));
    assertThat(reader.read("00 1 202 555 0123", "GB")).isEqualTo(FOUND);
    assertThat(reader.read("202-555-0123", "CA")).isEqualTo(FOUND);
    assertThat(reader.read("202-555-0123", "XX").reason()).isEqualTo("unknown_region");
    assertThat(reader.read("+12025550123", "XX")).isEqualTo(FOUND);
  }

  @Test
  void nothing_and_blanks_are_empty() {
    assertThat(read("").reason()).isEqualTo("empty");
    assertThat(read(" \u00a0\u200b ").reason()).isEqualTo("empty");
  }

  @Test
  void numbers_on_two_lines_are_several() {
    assertThat(read("202-555-0123\n202-555-0145").reason()).isEqualTo("several_numbers");
    assertThat(read("Cell:\r\n202-555-0123\n")).isEqualTo(FOUND);
  }

  @Test
  void digits_shown_in_another_order_than_stored_are_refused() {
    assertThat(read("\u202e2025550123").reason()).isEqualTo("text");
  }

  private PhoneReading read(String typed) {
    return reader.read(typed, "US");
  }

  private static PhoneReading known(String e164, boolean textable, String reason) {
    return new PhoneReading(Optional.of(new PhoneNumber(e164)), textable, reason);
  }
}

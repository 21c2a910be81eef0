package hospital.wardbell.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UssdStringTest {
  /// Seven characters leave a septet over.
  @ParameterizedTest
  @CsvSource({"*100#, AA180C3602", "*101#, AA182C3602", "1234567, 31D98C56B3DD1A"})
  void a_code_is_packed_as_the_standard_says(String code, String hex) {
    assertThat(UssdString.packed(code)).isEqualTo(hex);
    assertThat(UssdString.ofPacked(hex)).contains(code);
  }

  @Test
  void every_length_comes_back_as_it_went() {
    for (int length = 1; length <= 40; length++) {
      String text = "Saldo: 12.34 @home ñ €uro [a] 0123456789".substring(0, length);

      assertThat(UssdString.ofPacked(UssdString.packed(text))).as(text).contains(text);
      assertThat(UssdString.ofUcs2(UssdString.ucs2(text))).as(text).contains(text);
    }
  }

  @Test
  void a_septet_left_over_with_nothing_in_it_is_no_at_sign() {
    assertThat(UssdString.ofPacked("31D98C56B3DD00")).contains("1234567");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Balance", "123", "12 4", "0053 "})
  void what_is_no_octets_is_not_read_as_such(String written) {
    assertThat(UssdString.ofPacked(written)).isEmpty();
    assertThat(UssdString.ofUcs2(written)).isEmpty();
  }
}

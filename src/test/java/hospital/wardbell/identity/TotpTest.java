package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
  private static final long STEP = Totp.step(NOW);

  /// RFC 6238 appendix B, the SHA-1 rows; ours are the last six of its eight digits.
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130",
  })
  void codes_are_those_of_the_standard(long seconds, String eightDigits) {
    long step = Totp.step(Instant.ofEpochSecond(seconds));

    assertThat(Totp.code(SECRET, step)).isEqualTo(eightDigits.substring(2));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1})
  void a_code_is_good_one_step_early_and_one_late(long off) {
    assertThat(match(Totp.code(SECRET, STEP + off), 0)).hasValue(STEP + off);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3, -2, 2, 3})
  void a_code_is_no_good_further_off(long off) {
    assertThat(match(Totp.code(SECRET, STEP + off), 0)).isEmpty();
  }

  @Test
  void a_step_that_was_used_is_never_good_again_nor_one_before_it() {
    assertThat(match(Totp.code(SECRET, STEP), STEP)).isEmpty();
    assertThat(match(Totp.code(SECRET, STEP - 1), STEP)).isEmpty();
    assertThat(match(Totp.code(SECRET, STEP + 1), STEP)).hasValue(STEP + 1);
  }

  @Test
  void spaces_in_a_code_do_not_count() {
    String code = Totp.code(SECRET, STEP);

    assertThat(match(" " + code.substring(0, 3) + " " + code.substring(3), 0)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "abcdef", "0708180", "７８１８０４"})
  void what_is_no_code_matches_nothing(String typed) {
    assertThat(match(typed, 0)).isEmpty();
  }

  @Test
  void the_address_names_service_account_and_secret() {
    assertThat(Totp.address("dana@ward", SECRET))
        .isEqualTo(
            "otpauth://totp/Wardbell:dana%40ward?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Wardbell&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  void a_new_secret_has_160_bits_by_chance() {
    assertThat(Totp.newSecret()).hasSize(20).isNotEqualTo(Totp.newSecret());
  }

  /// RFC 4648 section 10.
  @ParameterizedTest
  @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void base32_is_that_of_the_standard(String text, String encoded) {
    assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
  }

  private static OptionalLong match(String typed, long used) {
    return Totp.match(SECRET, typed, NOW, used);
  }
}

package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.identity.PasswordPolicy.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import me.gosimple.nbvcxz.resources.DictionaryUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
  private static final List<String> ABOUT =
      List.of("Wardbell", "Mercy Hospital", "dana.r", "Dana Ramírez, RN");

  /// Of one code point and two UTF-16 units each.
  private static final String CREATURES = "🦉🐢🚀🌵🎺🍋🧭🐝🎈🦊🌋🍄🐙🎻";

  private final PasswordPolicy policy = new PasswordPolicy();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "tr0mbone-cactus-4",
        "ñandú en el tejado",
        "何でもよい合言葉をここに書いてください",
        "     seven owls     ",
        "Xk3$vQ9z!hW2#p",
        "danaplayscello77",
        "all lower case letters only",
        "4938 2716 0384 55"
      })
  void what_nobody_tries_first_is_taken_whatever_it_is_made_of(String password) {
    assertThat(problem(password)).isEmpty();
  }

  @Test
  void characters_are_counted_as_people_count_them() {
    int least = PasswordPolicy.least();
    String enough = CREATURES.substring(0, 2 * least);

    assertThat(problem(enough)).isEmpty();
    assertThat(problem(enough.substring(2))).contains(Problem.TOO_SHORT);
    assertThat(problem("")).contains(Problem.TOO_SHORT);
  }

  /// Accents that a keyboard writes as characters of their own make a password no longer.
  @Test
  void an_accent_is_part_of_its_letter_however_it_was_typed() {
    int least = PasswordPolicy.least();
    String typed = "xyvkqbgjzwdhtp".substring(0, least - 2) + "e\u0301";

    assertThat(typed).hasSize(least);
    assertThat(problem(typed)).contains(Problem.TOO_SHORT);
    assertThat(problem(typed + "m")).isEmpty();
  }

  @Test
  void a_thousand_characters_are_taken_and_no_more() {
    String long1000 = "tuba plus kiwi ".repeat(70).substring(0, PasswordPolicy.MOST);

    assertThat(problem(long1000)).isEmpty();
    assertThat(problem(long1000 + "x")).contains(Problem.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Password123456",
        "P@ssw0rd!!!!!!2026",
        "1234-password-1234",
        "passwordpassword",
        "CONTRASEÑA-12345",
        "contrasen\u0303a-12345",
        "i.love.you.12345",
        "Primavera-2026!!",
        "letmein-letmein",
        "qwertyuiop123456",
        "asdfghjkl;zxcvbn",
        "1qaz2wsx3edc4rfv",
        "aaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "12345678901234",
        "98765432109876",
        "2025 2026 2025 2026",
        "ｐａｓｓｗｏｒｄ123456"
      })
  void what_is_tried_first_everywhere_is_refused(String password) {
    assertThat(problem(password)).contains(Problem.COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wardbell-2026!!!",
        "w@rdb3ll123456",
        "MercyHospital2026",
        "mercy mercy hospital",
        "Dana.R.1234567",
        "Dana Ramirez 1984",
        "ramírezwelcome1"
      })
  void what_is_tried_first_at_this_account_is_refused(String password) {
    assertThat(problem(password)).contains(Problem.ABOUT);
  }

  @Test
  void a_name_too_short_to_be_a_word_forbids_nothing() {
    assertThat(policy.problem(secret("rn goes to the fair"), List.of("RN", "Li"))).isEmpty();
  }

  @Test
  void a_year_of_birth_in_any_order_is_none() {
    CommonPasswords common = CommonPasswords.load();

    assertThat(List.of("19841124", "11241984", "24-11-1984", "1984/11/24"))
        .allMatch(common::hasForm);
    assertThat(common.hasForm("49382716")).isFalse();
  }

  /// @spec https://owasp.org/www-project-application-security-verification-standard/ OWASP ASVS 5.0
  ///   §6.2.4
  @Test
  void what_leaked_elsewhere_is_refused() {
    List<String> leaked =
        DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords).entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .filter(password -> password.length() >= PasswordPolicy.least())
            .toList();

    assertThat(leaked).hasSizeGreaterThan(Cryptography.ofThisBuild().hasArgon2id() ? 39_000 : 100);
    for (int i = 0; i < leaked.size(); i += leaked.size() / 20) {
      assertThat(problem(leaked.get(i).toUpperCase(Locale.ROOT))).isPresent();
    }
  }

  private Optional<Problem> problem(String password) {
    return policy.problem(secret(password), ABOUT);
  }

  private static Secret secret(String text) {
    return Secret.copyOf(text.toCharArray());
  }
}

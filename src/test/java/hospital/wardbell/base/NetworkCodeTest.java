package hospital.wardbell.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCodeTest {
  @ParameterizedTest
  @ValueSource(strings = {"*100#", "#225#", "*777#", "*123*4#", "*123456789012345678#"})
  void codes_that_ask_something_are_taken(String code) {
    assertThat(new NetworkCode(code).digits()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "100#",
        "*100",
        "*#100#",
        "**21*2025550123#",
        "**04*1234*4321*4321#",
        "##002#",
        "*21*2025550123#",
        "*21#",
        "#21#",
        "*33*0000#",
        "*61*2025550123*11*20#",
        "#31#",
        "*03*330*0000*1111*1111#",
        "*004*2025550123#",
        "*1000000000000000000#",
        "*100#\r",
        "*100#\",15;D911;\"",
        "*1a#",
      })
  void codes_that_change_something_or_are_none_are_refused_in_words(String code) {
    assertThatThrownBy(() -> new NetworkCode(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(A network code is|That code changes).*");
  }
}

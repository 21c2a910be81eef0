package hospital.wardbell.alert;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertWordsTest {
  private static Alert of(Kind kind) {
    Instant now = Instant.parse("2026-11-27T09:00:00Z");
    return new Alert(
        new Id(1, 2),
        kind,
        "x",
        Optional.empty(),
        List.of(new Fact.Count(4_711)),
        "os:secret-name",
        now,
        1,
        now,
        0,
        now,
        Alert.State.OPEN,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void each_kind_has_words_of_its_own_in_both_languages_and_tells_no_fact(Kind kind) {
    AlertWords words = new AlertWords();
    Alert alert = of(kind);
    String english = words.subject(alert, "en") + words.body(alert, "en");
    String spanish = words.subject(alert, "es") + words.body(alert, "es");

    assertThat(english).isNotEqualTo(spanish);
    assertThat(List.of(english, spanish))
        .allSatisfy(text ->
            assertThat(text)
                .contains(alert.reference().text())
                .doesNotContain("4711", "4,711", "secret-name", "{"));
  }
}

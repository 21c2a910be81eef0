package hospital.wardbell.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
  @ParameterizedTest
  @CsvSource({
    "Mañana, manana",
    "MAÑANA, manana",
    "médico, medico",
    "ﬁx, fix",
    "½, 1",
    "Straße, straße",
    "１２, 12"
  })
  void accents_capitals_and_forms_make_no_difference(String written, String word) {
    assertThat(SearchWords.of(written)).contains(word);
  }

  @Test
  void an_accent_written_as_a_mark_of_its_own_is_the_same_as_one_in_the_letter() {
    assertThat(SearchWords.of("man\u0303ana")).isEqualTo(SearchWords.of("ma\u00f1ana"));
  }

  @Test
  void words_are_runs_of_letters_and_digits_each_once() {
    assertThat(SearchWords.of("Room 4, bed B2: take 2x500mg -- room 4!"))
        .containsExactly("room", "4", "bed", "b2", "take", "2x500mg");
  }

  @Test
  void a_single_letter_is_no_word_and_a_single_digit_is() {
    assertThat(SearchWords.of("Don't reply Y or N, text 7")).doesNotContain("t", "y", "n");
    assertThat(SearchWords.of("text 7")).containsExactly("text", "7");
  }

  @Test
  void a_very_long_word_is_found_by_its_beginning() {
    String word = "a".repeat(100);

    assertThat(SearchWords.of(word)).isEqualTo(SearchWords.of(word + "b"));
  }

  @Test
  void no_text_has_more_than_so_many_words() {
    String text =
        IntStream.range(0, 1_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));

    assertThat(SearchWords.of(text)).hasSize(SearchWords.MOST);
  }

  @Test
  void what_has_no_letter_or_digit_has_no_words() {
    for (String text : List.of("", "   ", "?!", "👍🏽", "…")) {
      assertThat(SearchWords.of(text)).isEmpty();
    }
  }
}

package hospital.wardbell.consent;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerTextsTest {
  private static final String NAME = "St. Brigid Regional Hospital";
  private static final String CALL_BACK = "202-555-0142";

  private GateHome home;
  private AnswerTexts texts;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new GateHome(directory);
    home.settings.set(Settings.Key.HOSPITAL_NAME, NAME, new Actor.Operator("it"));
    home.settings.set(Settings.Key.CALL_BACK, CALL_BACK, new Actor.Operator("it"));
    texts = new AnswerTexts(home.settings);
  }

  @AfterAll
  void close() {
    home.close();
  }

  static Stream<Arguments> answers() {
    Id inbound = Id.random();
    return Stream.of(
            new Answer.OptOutConfirmation(inbound),
            new Answer.OptInConfirmation(inbound),
            new Answer.Help(inbound),
            new Answer.MissedCall(inbound))
        .flatMap(answer -> Stream.of("en", "es").map(language -> Arguments.of(answer, language)));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void every_answer_is_one_plain_segment_with_name_number_and_a_way_on(
      Answer answer, String language) {
    String text = texts.text(answer, language);

    assertThat(text).contains(NAME, CALL_BACK).hasSizeLessThanOrEqualTo(160);
    // ASCII without these is the same in the SMS default alphabet, one septet each.
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
    assertThat(text).doesNotContain(List.of("[", "]", "{", "}", "^", "~", "|", "\\", "`"));
    assertThat(text).contains(answer instanceof Answer.OptOutConfirmation ? "START" : "STOP");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void a_language_we_have_no_words_in_is_answered_in_english(Answer answer, String language) {
    assertThat(texts.text(answer, "vi")).isEqualTo(texts.text(answer, "en"));
    assertThat(texts.text(answer, language)).isNotEqualTo(texts.text(answer, other(language)));
  }

  private static String other(String language) {
    return language.equals("en") ? "es" : "en";
  }
}

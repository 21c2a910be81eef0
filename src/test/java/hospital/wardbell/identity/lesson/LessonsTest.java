package hospital.wardbell.identity.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is taught is the same in both languages, and short.
class LessonsTest {
  /// What a person reads in three minutes and a half, without hurry.
  private static final int MOST_WORDS = 700;

  private final Lessons lessons = Lessons.load();

  @ParameterizedTest
  @EnumSource(Topic.class)
  void both_languages_teach_and_ask_the_same(Topic topic) {
    Lesson english = lessons.of(topic, "en");
    Lesson spanish = lessons.of(topic, "es");

    assertThat(spanish.version()).isEqualTo(english.version());
    assertThat(spanish.least()).isEqualTo(english.least());
    assertThat(spanish.title()).isNotEqualTo(english.title());
    assertThat(spanish.parts()).hasSameSizeAs(english.parts());
    for (int i = 0; i < english.parts().size(); i++) {
      assertThat(spanish.parts().get(i).kind()).isEqualTo(english.parts().get(i).kind());
      assertThat(spanish.parts().get(i).lines()).hasSameSizeAs(english.parts().get(i).lines());
    }
    assertThat(spanish.questions()).hasSameSizeAs(english.questions());
    for (int i = 0; i < english.questions().size(); i++) {
      Question asked = english.questions().get(i);
      Question also = spanish.questions().get(i);
      assertThat(also.right()).isEqualTo(asked.right());
      assertThat(also.answers()).hasSameSizeAs(asked.answers()).doesNotHaveDuplicates();
      assertThat(also.asked()).isNotEqualTo(asked.asked());
    }
  }

  @ParameterizedTest
  @CsvSource({"en", "es"})
  void each_has_four_or_five_questions_and_is_read_in_minutes(String language) {
    for (Topic topic : Topic.values()) {
      Lesson lesson = lessons.of(topic, language);
      assertThat(lesson.questions()).hasSizeBetween(4, 5);
      assertThat(
              lesson.parts().stream()
                  .flatMap(part -> part.lines().stream())
                  .mapToInt(line -> line.split(" ", -1).length)
                  .sum())
          .as(topic + " in " + language)
          .isBetween(150, MOST_WORDS);
    }
  }

  @Test
  void what_never_to_text_shows_right_and_wrong_texts() {
    assertThat(lessons.of(Topic.NEVER, "en").parts())
        .extracting(Part::kind)
        .contains(Part.Kind.RIGHT, Part.Kind.WRONG);
  }

  @Test
  void a_language_that_is_not_there_is_taught_in_english() {
    assertThat(lessons.of(Topic.POLICY, "pl")).isEqualTo(lessons.of(Topic.POLICY, "en"));
  }

  @Test
  void lines_of_one_kind_stand_together_until_a_blank_one() {
    Lesson lesson =
        LessonReader.read(
            Topic.POLICY,
            List.of(
                "version 3",
                "least 2",
                "title T",
                "# H",
                "one",
                "two",
                "",
                "three",
                "* a",
                "* b",
                "? q",
                "- x",
                "= y",
                "! z"));

    assertThat(lesson)
        .isEqualTo(
            new Lesson(
                Topic.POLICY,
                3,
                2,
                "T",
                List.of(
                    new Part(Part.Kind.HEADING, List.of("H")),
                    new Part(Part.Kind.PARAGRAPH, List.of("one", "two")),
                    new Part(Part.Kind.PARAGRAPH, List.of("three")),
                    new Part(Part.Kind.POINT, List.of("a", "b"))),
                List.of(new Question("q", List.of("x", "y"), 1, "z"))));
  }

  @ParameterizedTest
  @CsvSource({
    "no right answer, version 1|least 1|title T|text|? q|- x|- y|! z",
    "two right answers, version 1|least 1|title T|text|? q|= x|= y|! z",
    "one answer, version 1|least 1|title T|text|? q|= x|! z",
    "no why, version 1|least 1|title T|text|? q|= x|- y|! ",
    "no question, version 1|least 1|title T|text",
    "no version, least 1|title T|text|? q|= x|- y|! z",
    "more asked for than there is, version 1|least 2|title T|text|? q|= x|- y|! z"
  })
  void what_is_no_lesson_is_refused(String flaw, String file) {
    List<String> lines = Arrays.asList(file.split("\\|", -1));

    assertThatThrownBy(() -> LessonReader.read(Topic.POLICY, lines))
        .as(flaw)
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package hospital.wardbell.identity.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalTest {
  private final Lessons lessons = Lessons.load();

  @Test
  void both_languages_rehearse_the_same() {
    assertThat(lessons.rehearsal("es").scenes()).hasSameSizeAs(lessons.rehearsal("en").scenes());
    assertThat(lessons.rehearsal("en").answers()).isEqualTo(2);
    assertThat(lessons.rehearsal("es").scenes().getLast().text()).isEqualTo("STOP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void it_says_of_the_lessons_own_examples_what_the_lesson_says(String language) {
    Rehearsal rehearsal = lessons.rehearsal(language);

    assertThat(examples(language, Part.Kind.RIGHT))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(rehearsal.telling(text)).isEmpty());
    assertThat(examples(language, Part.Kind.WRONG))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(rehearsal.telling(text)).as(text).isPresent());
  }

  private List<String> examples(String language, Part.Kind kind) {
    return lessons.of(Topic.NEVER, language).parts().stream()
        .filter(part -> part.kind() == kind)
        .flatMap(part -> part.lines().stream())
        .toList();
  }

  @Test
  void a_word_tells_with_and_without_accents_and_not_as_a_part_of_another() {
    Rehearsal spanish = lessons.rehearsal("es");

    assertThat(spanish.telling("Su ANÁLISIS llegó")).contains("ANÁLISIS");
    assertThat(spanish.telling("su ana\u0301lisis")).contains("análisis");
    assertThat(lessons.rehearsal("en").telling("See you at the laboratory")).isEmpty();
  }
}

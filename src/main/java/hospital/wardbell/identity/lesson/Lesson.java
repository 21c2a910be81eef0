package hospital.wardbell.identity.lesson;

import java.util.List;

/// A text that takes three minutes, and the questions that show it was read.
///
/// @param version grows whenever the text says something else
/// @param least the oldest version that still counts: who was taught an older one is taught anew
public record Lesson(
    Topic topic, int version, int least, String title, List<Part> parts, List<Question> questions) {
  public Lesson {
    parts = List.copyOf(parts);
    questions = List.copyOf(questions);
    if (least < 1 || least > version || parts.isEmpty() || questions.isEmpty()) {
      throw new IllegalArgumentException("a lesson has versions, a text and questions");
    }
  }
}

package hospital.wardbell.identity.lesson;

import java.util.List;

/// A question of a lesson's check.
///
/// @param answers to choose from, as the file has them
/// @param right the place of the one that is right, from 0
/// @param why it is right, for who chose another
public record Question(String asked, List<String> answers, int right, String why) {
  private static final int FEWEST = 2;

  public Question {
    answers = List.copyOf(answers);
    if (answers.size() < FEWEST || right < 0 || right >= answers.size() || why.isBlank()) {
      throw new IllegalArgumentException("a question has one right answer among two or more");
    }
  }
}

package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Training.Outcome;
import hospital.wardbell.identity.lesson.Lesson;
import hospital.wardbell.identity.lesson.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// A lesson's check, ready to be drawn, the answers in another order each time.
///
/// @param form what tells it from any other, so that one that is posted twice counts once
/// @param attested whether the box that attests is ticked already
public record LessonCheck(Id form, List<Asked> questions, boolean attested) {
  public LessonCheck {
    questions = List.copyOf(questions);
  }

  /// An answer to choose.
  ///
  /// @param value its place in the lesson
  public record Choice(int value, String text, boolean chosen) {}

  /// One question.
  ///
  /// @param number its place, from 0
  /// @param why what explains the answer that is right, after another was given; else empty
  public record Asked(int number, String text, List<Choice> choices, String why) {
    public Asked {
      choices = List.copyOf(choices);
    }
  }

  static LessonCheck fresh(Lesson lesson) {
    return of(lesson, Map.of(), List.of(), false);
  }

  /// What was right stays chosen.
  static LessonCheck again(Lesson lesson, Map<Integer, Integer> answers, Outcome.Again outcome) {
    return of(lesson, answers, List.copyOf(outcome.questions()), outcome.attested());
  }

  private static LessonCheck of(
      Lesson lesson, Map<Integer, Integer> answers, List<Integer> wrong, boolean attested) {
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < lesson.questions().size(); i++) {
      Question question = lesson.questions().get(i);
      boolean isWrong = wrong.contains(i);
      int chosen = isWrong ? -1 : answers.getOrDefault(i, -1);
      asked.add(
          new Asked(
              i, question.asked(), shuffled(question, chosen), isWrong ? question.why() : ""));
    }
    return new LessonCheck(Id.random(), asked, attested);
  }

  private static List<Choice> shuffled(Question question, int chosen) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < question.answers().size(); i++) {
      choices.add(new Choice(i, question.answers().get(i), i == chosen));
    }
    Collections.shuffle(choices);
    return choices;
  }
}

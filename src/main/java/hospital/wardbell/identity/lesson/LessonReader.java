package hospital.wardbell.identity.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a lesson's file. A line's first word says what it is: `version`, `least` and `title` at
/// the top; in the text `#` a heading, `*` a point, `ok` and `no` texts as examples, anything else
/// a paragraph; in the check `?` a question, `=` its right answer, `-` another, `!` why.
final class LessonReader {
  private final Topic topic;
  private final Map<String, String> head = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final List<String> gathered = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private Part.Kind gathering = Part.Kind.PARAGRAPH;
  private String asked = "";
  private int right = -1;

  private LessonReader(Topic topic) {
    this.topic = topic;
  }

  /// @throws IllegalArgumentException if it is no lesson
  static Lesson read(Topic topic, List<String> lines) {
    LessonReader reader = new LessonReader(topic);
    for (String line : lines) {
      if (line.isBlank()) {
        reader.closePart();
      } else {
        reader.take(line);
      }
    }
    reader.closePart();
    return new Lesson(
        topic,
        reader.number("version"),
        reader.number("least"),
        reader.text("title"),
        reader.parts,
        reader.questions);
  }

  private void take(String line) {
    int space = line.indexOf(' ');
    String word = space < 0 ? line : line.substring(0, space);
    String rest = space < 0 ? "" : line.substring(space + 1).strip();
    switch (word) {
      case "version", "least", "title" -> head.put(word, rest);
      case "#" -> gather(Part.Kind.HEADING, rest);
      case "*" -> gather(Part.Kind.POINT, rest);
      case "ok" -> gather(Part.Kind.RIGHT, rest);
      case "no" -> gather(Part.Kind.WRONG, rest);
      case "?" -> asked = rest;
      case "=" -> answer(rest, true);
      case "-" -> answer(rest, false);
      case "!" -> ask(rest);
      default -> gather(Part.Kind.PARAGRAPH, line.strip());
    }
  }

  private void gather(Part.Kind kind, String line) {
    if (kind != gathering) {
      closePart();
    }
    gathering = kind;
    gathered.add(line);
  }

  private void closePart() {
    if (!gathered.isEmpty()) {
      parts.add(new Part(gathering, gathered));
      gathered.clear();
    }
  }

  private void answer(String text, boolean isRight) {
    if (isRight && right >= 0) {
      throw new IllegalArgumentException("two right answers in " + topic);
    }
    if (isRight) {
      right = answers.size();
    }
    answers.add(text);
  }

  private void ask(String why) {
    questions.add(new Question(asked, answers, right, why));
    answers.clear();
    right = -1;
  }

  private String text(String word) {
    String value = head.getOrDefault(word, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("no " + word + " in " + topic);
    }
    return value;
  }

  private int number(String word) {
    return Integer.parseInt(text(word));
  }
}

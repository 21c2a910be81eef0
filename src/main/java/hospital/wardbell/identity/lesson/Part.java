package hospital.wardbell.identity.lesson;

import java.util.List;

/// A piece of a lesson's text: lines of one kind that stand together.
public record Part(Kind kind, List<String> lines) {
  /// What the lines are.
  public enum Kind {
    HEADING,
    PARAGRAPH,
    /// Points of a list.
    POINT,
    /// Texts as they may be sent.
    RIGHT,
    /// Texts as they may not.
    WRONG
  }

  public Part {
    lines = List.copyOf(lines);
  }
}

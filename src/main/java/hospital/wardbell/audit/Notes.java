package hospital.wardbell.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checkpoints one behind the other, as a witness's own file and an export have them. Pure.
final class Notes {
  private static final int LINES = 5;
  private static final int SIGNATURE_CHARACTERS = 92;
  private static final String SIGNATURE = "\u2014 ";

  /// Of a note behind its origin, up to its signature.
  private static final String BEGINNING =
      "(\n[0-9]{0,19}(\n[A-Za-z0-9+/=]{0,44}(\n(\n[\u2014\ufffd]?)?)?)?)?";

  private Notes() {}

  /// The notes in `text`. What a power cut left of one is passed over where a whole one follows or
  /// nothing does; anything else that is no note is given as one, which nobody signed.
  static List<String> of(String text) {
    List<String> notes = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      lines.add(line);
      if (line.startsWith(SIGNATURE)) {
        int begins = Math.max(0, lines.size() - LINES);
        rest(lines.subList(0, begins), lines.get(begins)).ifPresent(notes::add);
        notes.add(String.join("\n", lines.subList(begins, lines.size())) + "\n");
        lines.clear();
      }
    }
    if (!notes.isEmpty() && lines.isEmpty()) {
      if (isCut(notes.getLast())) {
        notes.removeLast();
      }
    } else if (!notes.isEmpty()) {
      String origin = notes.getLast().split("\n", 2)[0];
      List<String> whole = lines.getLast().isEmpty() ? lines.subList(0, lines.size() - 1) : lines;
      rest(whole, origin).ifPresent(notes::add);
    }
    return notes;
  }

  /// Of the last note, whose line has no end: whether a power cut may have left it so.
  private static boolean isCut(String note) {
    int origin = note.indexOf('\n');
    int signature = note.length() - 1 - note.lastIndexOf(SIGNATURE);
    return signature <= SIGNATURE.length() + origin + 1 + SIGNATURE_CHARACTERS;
  }

  /// What stands where no note is, unless it is how one of that origin begins.
  private static Optional<String> rest(List<String> lines, String origin) {
    String text = String.join("\n", lines);
    boolean begins = origin.startsWith(text) || text.matches(Pattern.quote(origin) + BEGINNING);
    return begins ? Optional.empty() : Optional.of(text + "\n");
  }
}

package hospital.wardbell.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Finds checkpoints in what was kept elsewhere: notes one behind the other, and lines of a log
/// collector's file among many others. Lines are read one at a time. One use, one thread.
final class NoteReader {
  private static final int LINES = 5;
  private static final String SIGNATURE = "\u2014 ";
  private static final int LONGEST_LINE = 1 << 16;
  // About two years of one a minute.
  private static final int MOST = 1_000_000;

  private final String name;
  private final List<String> notes = new ArrayList<>();
  private final Deque<String> lines = new ArrayDeque<>();

  /// @param name the key's: of a collector's lines, which may come from several homes, only its are
  ///   taken
  NoteReader(String name) {
    this.name = name;
  }

  /// What a power cut left of a note is passed over where a whole one follows or nothing does.
  ///
  /// @throws IOException if it cannot be read, or has too many
  List<String> read(Reader source) throws IOException {
    BufferedReader in = new BufferedReader(source);
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        take(line.toString());
        line.setLength(0);
      } else if (line.length() < LONGEST_LINE) {
        line.append((char) next);
      }
    }
    // A last line without its end was cut, if it is a note's; a collector's is whole or no match.
    if (!line.toString().startsWith(SIGNATURE)) {
      take(line.toString());
    }
    return List.copyOf(notes);
  }

  private void take(String line) throws IOException {
    lines.addLast(line);
    if (lines.size() > LINES) {
      lines.removeFirst();
    }
    if (line.startsWith(SIGNATURE)) {
      add(String.join("\n", lines) + "\n");
      lines.clear();
      return;
    }
    // Most lines of a collector's file are entries.
    if (line.contains(name.substring(name.lastIndexOf('/') + 1))) {
      Optional<String> note = NoteLine.note(line).filter(found -> found.startsWith(name + "\n"));
      if (note.isPresent()) {
        add(note.get());
      }
    }
  }

  private void add(String note) throws IOException {
    if (notes.size() == MOST) {
      throw new IOException("too many checkpoints");
    }
    notes.add(note);
  }
}

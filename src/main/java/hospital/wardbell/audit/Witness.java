package hospital.wardbell.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A file outside the home to which checkpoints are appended, one behind the other, each forced to
/// the disk. What was signed can then not be taken back, even by who has the home's keys.
///
/// It holds no more than sizes, hashes and signatures.
public final class Witness {
  private static final int LINES = 5;
  private static final int SIGNATURE_CHARACTERS = 92;
  private static final String SIGNATURE = "\u2014 ";

  /// Of a note behind its origin, up to its signature.
  private static final String BEGINNING =
      "(\n[0-9]{0,19}(\n[A-Za-z0-9+/=]{0,44}(\n(\n[\u2014\ufffd]?)?)?)?)?";

  // More than a year of one a minute.
  private static final long LONGEST = 256L << 20;

  private final Path file;

  public Witness(Path file) {
    this.file = file;
  }

  /// Appends `note`, behind an end of line if a power cut left half a line. The file is made, mode
  /// 0600, if it is not there; its directory is not.
  ///
  /// @throws IOException if it cannot be written; it may then end with a part of the note
  void append(String note) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      String text = endsInLine(out) ? note : "\n" + note;
      ByteBuffer rest = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      out.position(out.size());
      while (rest.hasRemaining()) {
        int _ = out.write(rest);
      }
      out.force(true);
    }
  }

  private static boolean endsInLine(FileChannel file) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return file.size() == 0
        || (file.read(last, file.size() - 1) == 1 && last.get(0) == (byte) '\n');
  }

  /// The notes in a witness's file. What a power cut left of one is passed over where a whole one
  /// follows or nothing does; anything else that is no note is given as one, which nobody signed.
  ///
  /// @throws IOException if it cannot be read, or is too large to be a witness's
  public static List<String> read(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new IOException("too large");
    }
    // Octets that are no UTF-8 make a note that nobody signed.
    return notes(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  /// The notes that stand one behind the other in `text`.
  static List<String> notes(String text) {
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

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
import java.util.Set;

/// A file outside the home to which checkpoints are appended, one behind the other, each forced to
/// the disk. What was signed can then not be taken back, even by who has the home's keys.
///
/// It holds no more than sizes, hashes and signatures.
public final class Witness {
  private static final int LINES = 5;
  private static final String SIGNATURE = "\u2014 ";
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
  /// follows or nothing does.
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
        List<String> note = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        notes.add(String.join("\n", note) + "\n");
        lines.clear();
      }
    }
    if (!text.endsWith("\n") && !notes.isEmpty() && lines.isEmpty()) {
      notes.removeLast(); // cut within its signature
    }
    return notes;
  }
}

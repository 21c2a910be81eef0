package hospital.wardbell.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/// A file outside the home to which checkpoints are appended, one behind the other, each forced to
/// the disk. What was signed can then not be taken back, even by who has the home's keys.
///
/// It holds no more than sizes, hashes and signatures.
public final class Witness {
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

  /// The notes in a witness's file, strictly; or those among all else in the file of a log
  /// collector that got them as messages, see [NoteReader].
  ///
  /// @param key of the record; what a collector got of others' is passed over
  /// @throws IOException if it cannot be read, or is too large to be a witness's
  public static List<String> read(Path file, NoteKey key) throws IOException {
    // Octets that are no UTF-8 make a note that nobody signed.
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      in.mark(key.name().length() + 1);
      boolean isOwn = begins(in, key.name() + "\n");
      in.reset();
      return isOwn ? Notes.of(whole(file)) : new NoteReader(key.name()).read(in);
    }
  }

  private static boolean begins(Reader in, String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (in.read() != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static String whole(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new IOException("too large");
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}

package hospital.wardbell.audit;

import hospital.wardbell.json.MalformedJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A log in an export's file. Trusts nothing in it: what is damaged is found by the check, and what
/// cannot be read is an [IOException].
public final class ExportedLog implements LogSource, AutoCloseable {
  private static final int LONGEST_TEXT = 16 << 20;

  private final ZipFile zip;
  private final Optional<Signed> newest;
  private final List<Signed> older;
  private final Range range;
  private final String keyText;

  private ExportedLog(ZipFile zip) throws IOException {
    this.zip = zip;
    this.keyText = text(ExportNames.KEY);
    this.newest = Optional.of(signed(text(ExportNames.CHECKPOINT)));
    this.older = Notes.of(text(ExportNames.OLDER)).stream().map(ExportedLog::signed).toList();
    this.range = range(text(ExportNames.RANGE));
  }

  /// @throws IOException if it is no export
  public static ExportedLog open(Path file) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    try {
      return new ExportedLog(zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /// The key that lies in the export, of which it alone says that it is the home's.
  public Optional<NoteKey> key() {
    return NoteKey.parse(keyText);
  }

  /// Checks it all.
  ///
  /// @throws IOException if the file cannot be read
  public Report check(NoteKey by, List<String> witnessed, LongConsumer progress)
      throws IOException {
    try {
      return new Check(this, by, progress).run(witnessed);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private String text(String name) throws IOException {
    return new String(octets(name).orElseThrow(() -> notThere(name)), StandardCharsets.UTF_8);
  }

  private static IOException notThere(String name) {
    return new IOException("there is no " + name + " in it");
  }

  private Optional<byte[]> octets(String name) throws IOException {
    ZipEntry member = zip.getEntry(name);
    if (member == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(member)) {
      return Optional.of(in.readNBytes(LONGEST_TEXT));
    }
  }

  /// How many entries a note says it is of, whoever signed it.
  private static Signed signed(String note) {
    String[] lines = note.split("\n", 3);
    boolean sized = lines.length == 3 && lines[1].matches("\\d{1,18}");
    return new Signed(sized ? Long.parseLong(lines[1]) : 0, note);
  }

  private static Range range(String text) throws IOException {
    String[] lines = text.split("\n", -1);
    if (lines.length != 3 || !lines[0].matches("\\d{1,18}") || !lines[1].matches("\\d{1,18}")) {
      throw new IOException("its range is no range");
    }
    return new Range(Long.parseLong(lines[0]), Long.parseLong(lines[1]));
  }

  @Override
  public Optional<Signed> newest() {
    return newest;
  }

  @Override
  public List<Signed> older() {
    return older;
  }

  @Override
  public Range range() {
    return range;
  }

  @Override
  public long tiles() {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(ExportNames.TILES))
        .count();
  }

  @Override
  public Optional<Tile> tile(int height, long place) {
    long left = newest.map(Signed::entries).orElse(0L);
    long width = Tile.under(left, height) - place * Tile.FULL;
    if (width <= 0) {
      return Optional.empty();
    }
    try {
      return octets(ExportNames.tile(height, place, (int) Math.min(Tile.FULL, width)))
          .map(hashes -> new Tile(height, place, hashes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void entries(Consumer<Line> reader) {
    try (InputStream octets =
            zip.getInputStream(
                Optional.ofNullable(zip.getEntry(ExportNames.ENTRIES))
                    .orElseThrow(() -> notThere(ExportNames.ENTRIES)));
        Lines in = new Lines(octets)) {
      long next = range.from();
      for (Optional<String> text = in.next(); text.isPresent(); text = in.next()) {
        Line line = line(text.get(), next);
        next = line.leaf() + 1;
        reader.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A line that is no entry is one that was changed: it is taken for the one that is due.
  private static Line line(String text, long due) {
    try {
      return Line.of(text);
    } catch (MalformedJson _) {
      return new Line(due, text, "", "");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}

package hospital.wardbell.pdu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A PDU in a file of `src/test/resources/pdu`, and what is expected of it: lines of `field: value`
/// behind a comment that says what it is.
///
/// @param expected the fields that [Fields] must find, in that order
/// @param written what the PDU is written as, where that is not how it was read
record Capture(String name, Pdu.Way way, String pdu, Map<String, String> expected, String written) {
  private static final Path FOLDER = Path.of("src/test/resources/pdu");

  static List<Capture> readable() {
    return in(FOLDER)
        .filter(path -> !path.endsWith("segments-oracle.txt"))
        .map(Capture::of)
        .toList();
  }

  static List<Capture> refused() {
    return in(FOLDER.resolve("refused")).map(Capture::of).toList();
  }

  private static Stream<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Capture of(Path file) {
    var fields = new LinkedHashMap<String, String>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.startsWith("#")) {
          fields.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String way = Objects.requireNonNull(fields.remove("way"), "way");
    String pdu = Objects.requireNonNull(fields.remove("pdu"), "pdu");
    String written = Objects.requireNonNullElse(fields.remove("written"), pdu);
    return new Capture(file.getFileName().toString(), Pdu.Way.valueOf(way), pdu, fields, written);
  }

  /// An expected field, or nothing if the kind of PDU does not have it.
  String expected(String field) {
    return expected.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return name;
  }
}

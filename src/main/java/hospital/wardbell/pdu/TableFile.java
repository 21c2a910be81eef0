package hospital.wardbell.pdu;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables of one language, as they lie beside this class in `shift-<language>.txt`: under each
/// heading 128 code points in hexadecimal, `----` for an empty place.
final class TableFile {
  private final Map<String, StringBuilder> tables = new HashMap<>();

  /// @throws IllegalStateException if the file is not part of the program
  TableFile(String language) {
    StringBuilder places = new StringBuilder();
    for (String line : lines("shift-" + language + ".txt")) {
      if (line.startsWith("#")) {
        continue;
      }
      if (line.contains("(")) {
        places = new StringBuilder(CharacterTable.SIZE);
        tables.put(line.substring(0, line.indexOf(' ')), places);
      } else {
        for (String place : line.split(" ", -1)) {
          places.append(place.equals("----") ? CharacterTable.EMPTY : character(place));
        }
      }
    }
  }

  /// The characters that take the default alphabet's places, if the language has its own.
  Optional<String> locking() {
    return table("locking");
  }

  /// The characters that take the default extension's places.
  Optional<String> single() {
    return table("single");
  }

  private Optional<String> table(String heading) {
    return Optional.ofNullable(tables.get(heading)).map(StringBuilder::toString);
  }

  private static char character(String hex) {
    return (char) Integer.parseInt(hex, 16);
  }

  private static List<String> lines(String name) {
    try (InputStream in = TableFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not part of this program");
      }
      return new String(in.readAllBytes(), US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

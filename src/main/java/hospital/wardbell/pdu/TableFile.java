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
        for (String place : line.split(" ")) {
          places.append(place.equals("----") ? CharacterTable.EMPTY : character(place));
        }
      }
    }
  }

  Optional<CharacterTable> locking() {
    return table("locking");
  }

  Optional<CharacterTable> single() {
    return table("single");
  }

  private Optional<CharacterTable> table(String heading) {
    return Optional.ofNullable(tables.get(heading))
        .map(StringBuilder::toString)
        .map(CharacterTable::new);
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

package hospital.wardbell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The house table of `docs/architecture.md`, read.
final class House {
  /// One row of the table.
  record Room(String name, List<String> mayUse, boolean mayUseAll, List<String> libraries) {
    String packageName() {
      return name.equals("root") ? ArchitectureTest.BASE : ArchitectureTest.BASE + "." + name;
    }
  }

  private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

  private House() {}

  static Map<String, Room> rooms() {
    try (Stream<String> lines = Files.lines(Path.of("docs/architecture.md"))) {
      return lines
          .filter(l -> l.startsWith("| `") || l.startsWith("| root"))
          .map(House::room)
          .collect(Collectors.toMap(Room::name, r -> r));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Room room(String line) {
    String[] cells = line.split("\\|", -1);
    String name = cells[1].strip().replace("`", "");
    String uses = cells[3].strip();
    String libraries = cells[4].strip();
    return new Room(
        name,
        names(uses),
        uses.equals("all"),
        libraries.equals("-") ? List.of() : List.of(libraries.split(", ", -1)));
  }

  private static List<String> names(String cell) {
    return NAME.matcher(cell).results().map((MatchResult m) -> m.group(1)).toList();
  }
}

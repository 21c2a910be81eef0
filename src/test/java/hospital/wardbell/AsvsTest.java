package hospital.wardbell;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/asvs.md` leaves no requirement out, and names tests that are there.
///
/// @spec https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en OWASP ASVS 5.0.0, chapters 6 to 8
class AsvsTest {
  /// How many requirements each section has.
  private static final Map<String, List<Integer>> SECTIONS =
      new TreeMap<>(
          Map.of(
              "6", List.of(3, 12, 8, 6, 8, 4, 2, 4),
              "7", List.of(3, 4, 2, 5, 3, 2),
              "8", List.of(4, 4, 3, 2)));

  private record Requirement(String number, String level, String met, String shownBy) {
    List<String> tests() {
      return shownBy.equals("this page") || shownBy.equals("-")
          ? List.of()
          : List.of(shownBy.split(", ", -1));
    }
  }

  @Test
  void every_requirement_is_there_once_in_its_order() throws IOException {
    List<String> due =
        SECTIONS.entrySet().stream()
            .flatMap(chapter ->
                IntStream.rangeClosed(1, chapter.getValue().size())
                    .boxed()
                    .flatMap(section ->
                        IntStream.rangeClosed(1, chapter.getValue().get(section - 1))
                            .mapToObj(last -> chapter.getKey() + "." + section + "." + last)))
            .toList();

    assertThat(requirements()).extracting(Requirement::number).isEqualTo(due);
    assertThat(requirements())
        .allMatch(r -> Set.of("1", "2", "3").contains(r.level()))
        .allMatch(r -> Set.of("yes", "part", "no", "n/a").contains(r.met()));
  }

  @Test
  void what_is_met_is_shown_by_tests_that_are_there() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      Set<String> there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
              .map(name -> name.replaceFirst("\\.java$", ""))
              .collect(Collectors.toSet());
      for (Requirement requirement : requirements()) {
        if (requirement.met().equals("yes")) {
          assertThat(requirement.shownBy()).as(requirement.number()).isNotEqualTo("-");
        }
        assertThat(there).as(requirement.number()).containsAll(requirement.tests());
      }
    }
  }

  private static List<Requirement> requirements() throws IOException {
    List<Requirement> all =
        Files.readAllLines(Path.of("docs/asvs.md")).stream()
            .filter(line -> line.matches("\\| \\d\\.\\d+\\.\\d+ \\|.*"))
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
            .map(cells -> new Requirement(cells.get(1), cells.get(2), cells.get(3), cells.get(5)))
            .toList();
    assertThat(all.stream().collect(groupingBy(Requirement::number)).values())
        .allMatch(same -> same.size() == 1);
    return all;
  }
}

package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the tree itself must keep to.
class RepositoryTest {
  private static final int MOST_LINES = 300;
  private static final Set<String> TOP =
      Set.of(
          "pom.xml",
          "src",
          "appliance",
          "systemd",
          "firmware-config",
          "README.md",
          "docs",
          "LICENSE",
          "CHANGELOG.md",
          "target",
          "var");

  @Test
  void no_file_of_ours_is_about_more_than_300_lines() {
    List<String> tooLong =
        files("src")
            .filter(p -> Pattern.matches(".*\\.(java|js|css|jte|sh)", p.toString()))
            .filter(p -> lines(p).size() > MOST_LINES)
            .map(Path::toString)
            .toList();

    assertThat(tooLong).isEmpty();
  }

  @Test
  void the_top_level_is_as_agreed() throws IOException {
    try (Stream<Path> top = Files.list(Path.of("."))) {
      assertThat(top.map(p -> p.getFileName().toString()).filter(n -> !n.startsWith(".")))
          .isSubsetOf(TOP);
    }
  }

  @Test
  void decisions_have_numbers_of_their_own_and_stay_short() {
    List<Path> decisions =
        files("docs/decisions").filter(p -> p.toString().endsWith(".md")).toList();

    assertThat(decisions.stream().map(p -> p.getFileName().toString().substring(0, 4)))
        .doesNotHaveDuplicates()
        .allMatch(n -> n.matches("\\d{4}"));
    assertThat(decisions).allMatch(p -> lines(p).size() <= 80);
  }

  private static Stream<Path> files(String under) {
    try (Stream<Path> all = Files.walk(Path.of(under))) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/quirks.md` knows all cases, and names for each a test that is there or what is missing.
class QuirksTest {
  private static final int CASES = 96;
  private static final Path TABLE = Path.of("docs/quirks.md");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|.*\\|");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");
  private static final String MISSING = "not yet: ";

  private record Quirk(int number, String happens, String does, String tested) {
    static Quirk of(String row) {
      String[] cells = row.split("\\|", -1);
      assertThat(cells).as(row).hasSize(6);
      return new Quirk(
          Integer.parseInt(cells[1].strip()), cells[2].strip(), cells[3].strip(), cells[4].strip());
    }

    List<MatchResult> tests() {
      return NAMED.matcher(tested).results().toList();
    }
  }

  @Test
  void every_case_has_one_row_in_order() throws IOException {
    assertThat(quirks())
        .extracting(Quirk::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, CASES).boxed().toList());
    assertThat(quirks()).noneMatch(q -> q.happens().isEmpty() || q.does().isEmpty());
  }

  @Test
  void every_case_names_its_tests_or_what_is_missing() throws IOException {
    assertThat(quirks()).allMatch(q -> !q.tests().isEmpty() || q.tested().startsWith(MISSING));
  }

  @Test
  void every_test_that_is_named_is_there() throws IOException {
    List<String> named =
        quirks().stream().flatMap(q -> q.tests().stream()).map(MatchResult::group).toList();

    assertThat(named).isNotEmpty().allMatch(QuirksTest::isThere);
  }

  @Test
  void the_count_of_tested_cases_is_told_rightly() throws IOException {
    long tested = quirks().stream().filter(q -> !q.tests().isEmpty()).count();

    assertThat(Files.readString(TABLE)).contains("%d of the %d".formatted(tested, CASES));
  }

  private static List<Quirk> quirks() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> ROW.matcher(line).matches())
        .map(Quirk::of)
        .toList();
  }

  /// @param named as `` `TestClass.name_of_the_test` ``
  private static boolean isThere(String named) {
    String[] parts = named.replace("`", "").split("\\.", -1);
    Pattern declared = Pattern.compile("\\n  (void|Stream<DynamicTest>) " + parts[1] + "\\(");
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(p -> p.getFileName().toString().equals(parts[0] + ".java"))
          .anyMatch(p -> declared.matcher(read(p)).find());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

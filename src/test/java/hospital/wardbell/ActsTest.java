package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `docs/audit-format.md` lists every act that the code can record, and no other.
class ActsTest {
  private static final Path SOURCES = Path.of("src/main/java/hospital/wardbell");
  private static final Path WORDS = Path.of("src/main/resources/hospital/wardbell/web/console");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| .+ \\| .+ \\|$");
  private static final Pattern LITERAL =
      Pattern.compile("\"(sign-in|[a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");

  /// What a file that records acts says besides: orders of the command line that change nothing or
  /// are recorded under another name, and keys of the page's words.
  private static final Set<String> OTHERS =
      Set.of(
          "audit.begin",
          "audit.checkpoints",
          "audit.entries",
          "audit.key",
          "audit.progress",
          "audit.tile",
          "audit.verify",
          "audit.witnessed",
          "consent.remote",
          "delete.still-to-go",
          "delete.too-long",
          "key.passphrase",
          "key.reseal",
          "key.rotate",
          "key.rotate-database",
          "key.status",
          "modem.balance",
          "modem.profile",
          "offboard.at-server",
          "people.link",
          "queue.pause",
          "queue.resume",
          "queue.show",
          "retention.not-now",
          "retention.nothing",
          "retention.same-person",
          "sim.balance",
          "sim.status");

  @Test
  void every_act_is_in_the_table_and_every_row_is_an_act() throws IOException {
    assertThat(acts()).isEqualTo(told());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void every_act_has_words_for_the_page(String language) throws IOException {
    List<String> keys =
        Files.readAllLines(WORDS.resolve("messages_" + language + ".properties")).stream()
            .filter(line -> line.startsWith("act."))
            .map(line -> line.substring("act.".length(), line.indexOf('=')))
            .toList();

    assertThat(keys).containsExactlyInAnyOrderElementsOf(told());
  }

  private static Set<String> told() throws IOException {
    return ROW.matcher(Files.readString(Path.of("docs/audit-format.md")))
        .results()
        .map(row -> row.group(1))
        .filter(act -> act.contains(".") || act.equals("sign-in"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What stands in quotes in the form of an act, in every file that makes entries and in the one
  /// that names the acts of consent.
  private static Set<String> acts() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<String> recording =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("settings/Settings.java"))
              .map(ActsTest::read)
              .filter(text -> text.contains("Entry.of(") || text.contains("String act()"))
              .toList();
      return Stream.concat(
              Stream.of("settings.set"), // its file is full of the settings' own names
              recording.stream()
                  .flatMap(text -> LITERAL.matcher(text).results())
                  .map((MatchResult found) -> found.group(1)))
          .filter(literal -> !OTHERS.contains(literal))
          .collect(Collectors.toCollection(TreeSet::new));
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

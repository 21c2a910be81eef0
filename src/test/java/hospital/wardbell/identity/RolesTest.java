package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of roles that auditors read is the one that is carried out.
class RolesTest {
  @Test
  void the_document_lists_each_role_with_its_duty_and_permissions() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("docs", "roles.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(Stream.of(Role.values()).map(RolesTest::row).toList());
  }

  private static String row(Role role) {
    String permissions =
        role.permissions().stream()
            .map(p -> "`" + p.wildcard() + (p.isOfTeam() ? ":TEAM`" : "`"))
            .collect(Collectors.joining(", "));
    return "| `%s` | `%s` | %s |".formatted(role, role.duty(), permissions);
  }
}

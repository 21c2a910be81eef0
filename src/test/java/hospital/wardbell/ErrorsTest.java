package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hospital.wardbell.base.PlainWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/errors.md` knows every fault that the code can throw.
class ErrorsTest {
  private static final List<JavaClass> FAULTS =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages(ArchitectureTest.BASE)
              .stream()
              .filter(c -> c.getSimpleName().endsWith("Fault"))
              .filter(c -> c.isAssignableTo(RuntimeException.class))
              .toList();

  @Test
  void every_fault_and_every_kind_of_it_is_in_the_table() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("docs/errors.md")).stream()
            .filter(line -> line.startsWith("| "))
            .toList();

    assertThat(FAULTS).hasSizeGreaterThan(5);
    for (JavaClass fault : FAULTS) {
      List<String> about =
          rows.stream().filter(row -> row.contains("`" + fault.getSimpleName() + "`")).toList();
      assertThat(about).as(fault.getSimpleName()).isNotEmpty();
      kindsOf(fault)
          .forEach(kind ->
              assertThat(about)
                  .as("%s of kind %s", fault.getSimpleName(), kind)
                  .anyMatch(row -> row.contains("`" + kind + "`")));
    }
  }

  @Test
  void every_fault_speaks_plain_words() {
    assertThat(FAULTS).allMatch(fault -> fault.isAssignableTo(PlainWords.class));
  }

  private static Stream<String> kindsOf(JavaClass fault) {
    return fault.getFields().stream()
        .map(JavaField::getRawType)
        .filter(type -> type.isEnum() && type.getName().startsWith(fault.getName() + "$"))
        .flatMap(kind -> kind.getFields().stream().filter(f -> f.getRawType().equals(kind)))
        .map(JavaField::getName);
  }
}

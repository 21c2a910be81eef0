package hospital.wardbell;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.Radio;
import hospital.wardbell.modem.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The code keeps to the house table of `docs/architecture.md`.
class ArchitectureTest {
  static final String BASE = "hospital.wardbell";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(place -> !place.contains("/test-classes/")) // of either build
          .importPackages(BASE);
  private static final Map<String, House.Room> ROOMS = House.rooms();
  private static final Map<String, String> LIBRARIES =
      Map.ofEntries(
          Map.entry("jSerialComm", "com.fazecast.."),
          Map.entry("Derby", "org.apache.derby.."),
          Map.entry("Bouncy Castle", "org.bouncycastle.."),
          Map.entry("Shiro", "org.apache.shiro.."),
          Map.entry("SFTP", "net.schmizz.."),
          Map.entry("libphonenumber", "com.google.i18n.."),
          Map.entry("jte", "gg.jte.."),
          Map.entry("picocli", "picocli.."),
          Map.entry("JSON", "com.fasterxml.."),
          Map.entry("QR", "com.google.zxing.."),
          Map.entry("LDAP", "com.unboundid.."),
          Map.entry("WebAuthn", "com.webauthn4j.."),
          Map.entry("leaked passwords", "me.gosimple.."),
          Map.entry("PDF", "org.openpdf.."),
          Map.entry("YAML", "org.snakeyaml.."));

  @TestFactory
  Stream<DynamicTest> each_package_uses_only_what_the_table_allows() {
    return ROOMS.values().stream()
        .filter(r -> !r.mayUseAll())
        .map(r -> dynamicTest(r.name(), () -> usesOnlyWhatItMay(r)));
  }

  private static void usesOnlyWhatItMay(House.Room room) {
    String[] open =
        Stream.concat(Stream.of("base", "json"), room.mayUse().stream())
            .map(n -> BASE + "." + n)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(room.packageName())
        .should()
        .dependOnClassesThat(
            resideInAPackage(BASE + "..")
                .and(not(resideInAnyPackage(open)))
                .and(not(resideInAPackage(room.packageName())))
                .and(not(templatesOf(room))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> templatesOf(House.Room room) {
    return room.name().equals("web.console")
        ? resideInAPackage(BASE + ".web.console.jte")
        : DescribedPredicate.alwaysFalse();
  }

  @Test
  void every_package_is_in_the_table() {
    Set<String> known = Set.copyOf(ROOMS.values().stream().map(House.Room::packageName).toList());

    assertThat(CLASSES.stream().map(JavaClass::getPackageName)).isSubsetOf(known);
  }

  @TestFactory
  Stream<DynamicTest> each_library_is_used_by_the_packages_that_own_it_only() {
    return LIBRARIES.entrySet().stream()
        .map(e -> dynamicTest(e.getKey(), () -> ownedOnly(e.getKey(), e.getValue())));
  }

  private static void ownedOnly(String library, String packages) {
    String[] owners =
        ROOMS.values().stream()
            .filter(r -> r.libraries().contains(library))
            .map(House.Room::packageName)
            .toArray(String[]::new);
    assertThat(owners).as("owners of " + library).isNotEmpty();
    noClasses()
        .that(not(resideInAnyPackage(owners)))
        .should()
        .dependOnClassesThat(resideInAPackage(packages))
        .check(CLASSES);
  }

  @Test
  void vertx_and_its_netty_stay_at_the_edge() {
    noClasses()
        .that(
            not(resideInAnyPackage(BASE, BASE + ".web", BASE + ".web.console", BASE + ".web.api")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.vertx..", "io.netty.."))
        .check(CLASSES);
  }

  @Test
  void only_the_store_speaks_jdbc() {
    noClasses()
        .that(not(resideInAPackage(BASE + ".store")))
        .should()
        .dependOnClassesThat(resideInAPackage("java.sql.."))
        .check(CLASSES);
  }

  @Test
  void of_the_modem_the_console_knows_its_health_only() {
    noClasses()
        .that(resideInAnyPackage(BASE + ".web.console", BASE + ".web.console.jte"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(BASE + ".modem")
                .and(not(belongToAnyOf(ModemHealth.class, Radio.class, Trouble.class))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void nothing_starts_another_program() {
    noClasses()
        .should()
        .dependOnClassesThat(belongToAnyOf(ProcessBuilder.class, Process.class))
        .check(CLASSES);
  }

  @Test
  void no_static_field_can_change() {
    List<String> changing =
        CLASSES.stream()
            .flatMap(c -> c.getFields().stream())
            .filter(f -> f.getModifiers().contains(JavaModifier.STATIC))
            .filter(f -> !f.getModifiers().contains(JavaModifier.FINAL))
            .map(JavaField::getFullName)
            .filter(n -> !n.contains("$SwitchMap$") && !n.contains(".jte."))
            .toList();

    assertThat(changing).isEmpty();
  }
}

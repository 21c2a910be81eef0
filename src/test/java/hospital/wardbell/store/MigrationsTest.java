package hospital.wardbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  @Test
  void they_are_found_in_a_jar_as_in_a_directory_and_run_by_number(@TempDir Path directory)
      throws Exception {
    List<String> names = List.of("0200-second.sql", "0001-first.sql", "readme.txt");
    Path jar = directory.resolve("some program.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : names) {
        out.putNextEntry(new JarEntry("a/migrations/" + name));
        out.write(name.getBytes(StandardCharsets.UTF_8));
        Files.writeString(directory.resolve(name), name);
      }
      out.putNextEntry(new JarEntry("a/0003-elsewhere.sql"));
    }

    List<Migration> inJar =
        Migrations.in(URI.create("jar:" + jar.toUri() + "!/a/migrations/0001-first.sql").toURL());

    assertThat(inJar)
        .containsExactly(
            new Migration(1, "first", "0001-first.sql"),
            new Migration(200, "second", "0200-second.sql"))
        .isEqualTo(Migrations.in(directory.resolve("0001-first.sql").toUri().toURL()));
  }

  @Test
  void no_two_have_one_number(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("0001-first.sql"), "");
    Files.writeString(directory.resolve("0001-other.sql"), "");

    assertThatThrownBy(() -> Migrations.in(directory.resolve("0001-first.sql").toUri().toURL()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void statements_are_cut_at_line_ends_and_braces_become_types() {
    Migration migration =
        Migration.of(
            "0007-all.sql",
            """
            -- A remark; with a semicolon.
            create table a (i {id}, s {bytes 64}, b {bytes 100000}, t {time}, f {flag});
            insert into a (i)
              values ('x;y');
            """);

    assertThat(migration.statements())
        .containsExactly(
            "create table a (i char(16) for bit data, s varchar(64) for bit data, b blob(100000),"
                + " t bigint, f smallint)",
            "insert into a (i)\n  values ('x;y')");
  }

  @Test
  void an_unknown_brace_is_refused() {
    assertThatThrownBy(() -> Dialect.expand("create table a (x {uuid})"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("uuid");
  }
}

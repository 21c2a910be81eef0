package hospital.wardbell.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// The steps of the schema that this program has: the files beside `0001-vault.sql`, in a directory
/// of classes or in the jar, by number. A feature adds its own file and no list names them.
final class Migrations {
  private static final String FIRST = "migrations/0001-vault.sql";

  private Migrations() {}

  static List<Migration> ours() {
    return in(Objects.requireNonNull(Migrations.class.getResource(FIRST), FIRST));
  }

  /// @param first any one of them, in a directory or in a jar
  static List<Migration> in(URL first) {
    try {
      URLConnection connection = first.openConnection();
      return connection instanceof JarURLConnection jar
          ? inJar(jar)
          : inDirectory(Objects.requireNonNull(Path.of(first.toURI()).getParent()));
    } catch (IOException e) {
      throw new UncheckedIOException("the program's migrations cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a resource's address is a URI", e);
    }
  }

  private static List<Migration> inDirectory(Path directory) throws IOException {
    List<Migration> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.sql")) {
      for (Path file : files) {
        found.add(Migration.of(String.valueOf(file.getFileName()), Files.readString(file)));
      }
    }
    return inOrder(found);
  }

  private static List<Migration> inJar(JarURLConnection connection) throws IOException {
    connection.setUseCaches(false);
    String entry = connection.getEntryName();
    String directory = entry.substring(0, entry.lastIndexOf('/') + 1);
    List<Migration> found = new ArrayList<>();
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry file : Collections.list(jar.entries())) {
        if (file.getName().startsWith(directory) && file.getName().endsWith(".sql")) {
          try (InputStream in = jar.getInputStream(file)) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            found.add(Migration.of(file.getName().substring(directory.length()), sql));
          }
        }
      }
    }
    return inOrder(found);
  }

  private static List<Migration> inOrder(List<Migration> found) {
    found.sort(Comparator.comparingInt(Migration::number));
    for (int i = 1; i < found.size(); i++) {
      if (found.get(i).number() == found.get(i - 1).number()) {
        throw new IllegalStateException("two migrations have number " + found.get(i).number());
      }
    }
    return List.copyOf(found);
  }
}

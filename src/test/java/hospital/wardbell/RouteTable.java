package hospital.wardbell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// `docs/routes.tsv`: who may ask for what.
final class RouteTable {
  private static final int COLUMNS = 6;

  /// One line of it.
  ///
  /// @param who `anybody`, `signed-in`, the roles, or the tokens' scopes as `token:SEND`
  /// @param object `team` if what the path names is hidden from other teams, `any` if it is made up
  /// @param stepUp whether who asks must have shown just now who they are
  /// @param fields of the form that is sent
  record Line(
      String method,
      String path,
      Set<String> who,
      String object,
      boolean stepUp,
      Map<String, String> fields) {

    /// As a router names it.
    String route() {
      return method + " " + path;
    }

    boolean isForAnybody() {
      return who.contains("anybody");
    }

    boolean isForPrograms() {
      return who.stream().anyMatch(w -> w.startsWith("token:"));
    }

    boolean isFor(String someone) {
      return who.contains("signed-in") || who.contains(someone);
    }

    boolean isForm() {
      return method.equals("POST");
    }

    @Override
    public String toString() {
      return route();
    }
  }

  private RouteTable() {}

  static List<Line> lines() {
    try {
      return Files.readAllLines(Path.of("docs", "routes.tsv")).stream()
          .filter(line -> !line.startsWith("#"))
          .map(RouteTable::line)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("no docs/routes.tsv", e);
    }
  }

  private static Line line(String text) {
    String[] columns = text.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalStateException("not " + COLUMNS + " columns: " + text);
    }
    return new Line(
        columns[0],
        columns[1],
        Set.of(columns[2].split(" ")),
        columns[3],
        columns[4].equals("step-up"),
        Arrays.stream(columns[5].split("&"))
            .filter(field -> field.contains("="))
            .map(field -> field.split("=", 2))
            .collect(Collectors.toMap(f -> f[0], f -> f[1])));
  }
}

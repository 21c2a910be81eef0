package hospital.wardbell.bench;

import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The figures so far: each line is printed when it is known, all of them as JSON in the end.
final class Report {
  private final List<Figure> figures = new ArrayList<>();
  private final String machine = machine();
  private final Instant begun = Instant.now();

  void heading(String text) {
    System.out.printf("%n%s (load %s)%n", text, load());
  }

  void note(String text) {
    System.out.println("  " + text);
  }

  void add(Figure figure) {
    figures.add(figure);
    System.out.println(figure.line());
  }

  String machine(String title) {
    return "%s: %s, load %s".formatted(title, machine, load());
  }

  JsonObject json() {
    return new JsonObject()
        .put("begun", begun.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("machine", machine)
        .put("java", Runtime.version().toString())
        .put("load_in_the_end", load())
        .put("figures", figures.stream().map(Figure::json).toList());
  }

  /// Writes the JSON and says what was missed.
  void finish(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, json().write() + "\n");
    List<Figure> missed = figures.stream().filter(f -> !f.met().orElse(true)).toList();
    long targets = figures.stream().filter(f -> f.met().isPresent()).count();
    System.out.printf("%n%d of %d targets met.%n", targets - missed.size(), targets);
    missed.forEach(f -> System.out.println("NOT MET: " + f.line()));
    System.out.println("As JSON: " + file);
  }

  private static String machine() {
    String processor =
        lines("/proc/cpuinfo")
            .filter(l -> l.startsWith("model name"))
            .map(l -> l.replaceFirst(".*: ", ""))
            .findFirst()
            .orElse("processor unknown");
    String memory =
        lines("/proc/meminfo")
            .filter(l -> l.startsWith("MemTotal"))
            .map(l -> l.replaceAll("\\D", ""))
            .map(kb -> String.format(Locale.ROOT, "%.0f GB", Long.parseLong(kb) / 1048576.0))
            .collect(Collectors.joining());
    return "%d x %s, %s, Linux %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor,
            memory,
            System.getProperty("os.version"));
  }

  private static String load() {
    return lines("/proc/loadavg").map(l -> l.replaceFirst(" .*", "")).findFirst().orElse("?");
  }

  private static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}

package hospital.wardbell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the kernel tells of a process, its memory left out.
///
/// @spec https://man7.org/linux/man-pages/man5/proc.5.html#DESCRIPTION proc(5)
record Kernel(long pid) {
  private Path proc() {
    return Path.of("/proc", Long.toString(pid));
  }

  /// Its command line, its environment, the names and contents of its open files and of what it has
  /// mapped to write to, those that nobody else sees any more too. Program files are passed over.
  Map<String, byte[]> told() throws IOException {
    Map<String, byte[]> told = new TreeMap<>();
    for (String what : List.of("cmdline", "environ", "comm", "maps")) {
      told.put(what, Files.readAllBytes(proc().resolve(what)));
    }
    for (Path task : listed(proc().resolve("task"))) {
      told.put(task + " comm", content(task.resolve("comm")));
    }
    for (Path open : listed(proc().resolve("fd"))) {
      add(told, open);
    }
    for (String line : Files.readAllLines(proc().resolve("maps"))) {
      String[] words = line.split(" ", 2);
      if (line.contains("/") && words[1].startsWith("rw-s")) {
        add(told, proc().resolve("map_files").resolve(words[0]));
      }
    }
    return told;
  }

  private static void add(Map<String, byte[]> told, Path link) throws IOException {
    try {
      String name = Files.readSymbolicLink(link).toString();
      told.put(link + " name", name.getBytes(StandardCharsets.UTF_8));
      if (Files.isRegularFile(link) && !name.endsWith(".jar") && !name.endsWith("/modules")) {
        told.put(link + " " + name, Files.readAllBytes(link));
      }
    } catch (NoSuchFileException _) {
      // closed meanwhile
    }
  }

  private static byte[] content(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      return new byte[0]; // the thread has ended
    }
  }

  private static List<Path> listed(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }

  /// The soft limit of that name.
  String limit(String name) throws IOException {
    return Files.readAllLines(proc().resolve("limits")).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip().split(" +", -1)[0])
        .findFirst()
        .orElseThrow();
  }
}

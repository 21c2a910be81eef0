package hospital.wardbell.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What to measure, with what, and where to write it.
///
/// @param only the parts wanted; all of them if empty
record BenchOptions(boolean quick, List<String> only, Path aot, Path out, Program program) {
  /// @throws IllegalArgumentException if the command is missing
  static BenchOptions parse(List<String> arguments) {
    int end = arguments.indexOf("--");
    if (end < 0) {
      throw new IllegalArgumentException("behind -- must stand how the program is started");
    }
    List<String> ours = arguments.subList(0, end);
    return new BenchOptions(
        ours.contains("--quick"),
        value(ours, "--only").map(parts -> List.of(parts.split(",", -1))).orElse(List.of()),
        Path.of(value(ours, "--aot").orElse("target/wardbell.aot")),
        Path.of(value(ours, "--out").orElse("target/bench.json")),
        new Program(arguments.subList(end + 1, arguments.size())));
  }

  private static Optional<String> value(List<String> arguments, String name) {
    int at = arguments.indexOf(name);
    return at >= 0 && at + 1 < arguments.size()
        ? Optional.of(arguments.get(at + 1))
        : Optional.empty();
  }

  boolean wants(String part) {
    return only.isEmpty() || only.contains(part);
  }
}

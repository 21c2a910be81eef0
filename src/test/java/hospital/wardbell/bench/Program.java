package hospital.wardbell.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How the real program is started: Java, its options, class path and main class.
record Program(List<String> command) {
  private static final int PATIENCE_SECONDS = 120;

  Program {
    command = List.copyOf(command);
  }

  /// The same with one more option of Java's.
  Program with(String option) {
    return new Program(
        Stream.concat(
                Stream.of(command.getFirst(), option), command.subList(1, command.size()).stream())
            .toList());
  }

  Process start(Path log, String... arguments) throws IOException {
    File file = log.toFile();
    return new ProcessBuilder(Stream.concat(command.stream(), Stream.of(arguments)).toList())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
        .start();
  }

  /// Runs a subcommand to its end.
  void run(Path log, String... arguments) throws IOException, InterruptedException {
    Process process = start(log, arguments);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(arguments[0] + " failed; " + log + " says why");
    }
  }
}

package hospital.wardbell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The real program in a Java of its own, with the options that `appliance/wardbell` gives it.
record Program(List<String> prefix, List<String> options, Path directory, String classPath) {
  private static final int PATIENCE_SECONDS = 60;

  /// What a finished run left behind.
  record Outcome(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  /// @param directory where its output is kept
  static Program in(Path directory) {
    return new Program(List.of(), List.of(), directory, System.getProperty("java.class.path"));
  }

  /// Started by another program, such as `setpriv` or `prlimit`.
  Program behind(String... words) {
    return new Program(List.of(words), options, directory, classPath);
  }

  Program with(String... javaOptions) {
    return new Program(prefix, List.of(javaOptions), directory, classPath);
  }

  /// Another build's.
  Program of(String otherClassPath) {
    return new Program(prefix, options, directory, otherClassPath);
  }

  /// Runs to its end, which must come within a minute.
  Outcome run(String input, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(directory, "out", null);
    Path err = Files.createTempFile(directory, "err", null);
    Process process = start(out, err, arguments);
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // It ended without reading all, which its exit code tells more of.
    }
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the program did not end: " + Arrays.toString(arguments));
    }
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  Process start(Path out, Path err, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(prefix);
    words.add(ProcessHandle.current().info().command().orElseThrow());
    words.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-Xmx192m",
            "-Xss512k",
            "-Dslf4j.internal.verbosity=ERROR",
            "-XX:+DisableAttachMechanism"));
    words.addAll(options);
    words.addAll(List.of("-cp", classPath, Main.class.getName()));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
        .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()))
        .start();
  }
}

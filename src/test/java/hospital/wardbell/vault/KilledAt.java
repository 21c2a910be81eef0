package hospital.wardbell.vault;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A program that is killed, as a power cut would, at the moment it has reached a step.
public final class KilledAt {
  private static final String REACHED = "reached ";

  private KilledAt() {}

  /// What the program tells its steps to: at the one that is named it says so and stands still.
  public static Steps standingStillAt(String named) {
    return step -> {
      if (step.equals(named)) {
        System.out.println(REACHED + step);
        System.out.flush();
        new Semaphore(0).acquireUninterruptibly(); // until it is killed
      }
    };
  }

  /// Runs `program` until it stands still, and kills it; one that ends before is a mistake.
  public static void run(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    boolean reached = false;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(REACHED)) {
          reached = true;
          process.toHandle().destroyForcibly(); // the process's own method would close its output
        }
      }
    }
    if (!process.waitFor(60, TimeUnit.SECONDS) || !reached) {
      process.destroyForcibly();
      throw new IllegalStateException("it was not killed at " + String.join(" ", arguments));
    }
  }
}

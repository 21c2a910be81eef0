package hospital.wardbell.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
  private static final int KILLS = 3;

  @TempDir private Path directory;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void whatever_was_acknowledged_before_a_kill_is_there_after_it() throws Exception {
    Random random = new Random(7);
    Set<String> acknowledged = new HashSet<>();

    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(killedAfter(100 + random.nextInt(400), "run" + kill));

      try (Store store = Store.open(directory, Things.KEY, Things.MIGRATIONS)) {
        List<String> kept =
            store.read(sql -> sql.list("select label from thing", r -> r.text("label")));
        assertThat(kept).containsAll(acknowledged).doesNotHaveDuplicates();
      }
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(100 * KILLS);
  }

  /// What a process acknowledged until it was killed, at least so many.
  private Set<String> killedAfter(int lines, String word) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Acknowledger.class.getName(),
                directory.toString(),
                word)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Set<String> acknowledged = new HashSet<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        acknowledged.add(line);
        if (acknowledged.size() == lines) {
          process.toHandle().destroyForcibly(); // the process's own method would close its output
        }
      }
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return acknowledged;
  }
}

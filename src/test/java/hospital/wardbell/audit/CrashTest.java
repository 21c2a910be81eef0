package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while it appends and signs.
class CrashTest {
  private static final int KILLS = 4;

  @TempDir private Path directory;

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void after_a_kill_the_record_holds_and_goes_on_from_what_was_signed() throws Exception {
    Random random = new Random(11);
    long durable = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      // Between three and eight hundred entries, so that tiles are filled and signed meanwhile.
      long[] last = killedAfter(300 + random.nextInt(500));
      durable += last[0];

      try (LogHome home = new LogHome(directory)) {
        Report before = home.check();
        assertThat(before.holds()).as("%s", before).isTrue();
        assertThat(before.entries()).isGreaterThanOrEqualTo(durable);
        assertThat(before.signed()).isGreaterThanOrEqualTo(last[1]);
        assertThat(home.sign()).isEmpty();
        Report after = home.check();
        assertThat(after)
            .isEqualTo(
                new Report(before.entries(), before.entries(), after.checkpoints(), List.of(), 0));
        durable = after.entries();
      }
    }
  }

  /// How many entries a process had made durable until it was killed, and how many of the log were
  /// signed then.
  private long[] killedAfter(int entries) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Recorder.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long[] last = new long[2];
    try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        String[] numbers = line.split(" ", -1);
        last[0] = Long.parseLong(numbers[0]);
        last[1] = Long.parseLong(numbers[1]);
        if (last[0] >= entries && last[1] > 0) {
          process.toHandle().destroyForcibly(); // the process's own method would close its output
        }
      }
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return last;
  }
}

package hospital.wardbell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a Java process holds.
///
/// @param heap octets of live objects, after a full collection
record Footprint(long threads, long handles, long heap) {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
  private static final int PATIENCE_SECONDS = 30;

  /// Of a process of this user that can be attached to.
  static Footprint of(long pid) throws IOException, InterruptedException {
    return new Footprint(count(pid, "task"), count(pid, "fd"), live(pid));
  }

  private static long count(long pid, String what) throws IOException {
    try (Stream<Path> each = Files.list(Path.of("/proc", Long.toString(pid), what))) {
      return each.count();
    }
  }

  private static long live(long pid) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher total = TOTAL.matcher(answer);
    if (!jcmd.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || !total.find()) {
      throw new IOException("the process does not tell of its heap");
    }
    return Long.parseLong(total.group(1));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d threads, %d handles, %.1f MB live", threads, handles, heap / 1e6);
  }
}

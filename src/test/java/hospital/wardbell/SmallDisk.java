package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A disk of its own that a test may fill, where this user may mount one.
///
/// @param directory at which it is mounted
public record SmallDisk(Path directory) implements AutoCloseable {
  private static final int BLOCK = 1 << 16;
  private static final int PATIENCE_SECONDS = 20;

  /// Mounts one at a new directory; the test that asks is left out where that is not allowed.
  public static SmallDisk mount(Path directory, int megabytes) throws IOException {
    Files.createDirectory(directory);
    assumeTrue(
        run(
            "mount",
            "-t",
            "tmpfs",
            "-o",
            "size=" + megabytes + "m,mode=0700",
            "tmpfs",
            directory.toString()),
        "this user may not mount a disk of its own");
    return new SmallDisk(directory);
  }

  private static boolean run(String... words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      return process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS).exitValue() == 0;
    } catch (IOException | InterruptedException | ExecutionException | TimeoutException _) {
      return false; // there is no such program here, or it does not end
    }
  }

  /// Fills it until so many octets are left.
  public void fill(long left) {
    byte[] block = new byte[BLOCK];
    try (OutputStream out =
        Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (Files.getFileStore(directory).getUsableSpace() > left) {
        out.write(block);
      }
    } catch (IOException e) {
      if (left > 0) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Gives back what [#fill] took.
  public void empty() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return directory.resolve("filler");
  }

  @Override
  public void close() {
    assertThat(run("umount", "--lazy", directory.toString())).isTrue();
  }
}

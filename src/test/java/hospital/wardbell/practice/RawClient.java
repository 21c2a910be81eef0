package hospital.wardbell.practice;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A program at the other side of the modem's device that knows nothing of AT: it writes what it is
/// told and gathers what comes.
final class RawClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RandomAccessFile device;
  private final LinkedBlockingQueue<String> pieces = new LinkedBlockingQueue<>();
  private String gathered = "";

  RawClient(Path path) throws IOException {
    this.device = new RandomAccessFile(path.toFile(), "rw");
    Thread.ofPlatform().daemon().start(this::read);
  }

  void write(String text) throws IOException {
    device.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Writes a command line and waits for its final result, which is part of the answer.
  String ask(String command) throws Exception {
    write(command + "\r");
    return answer();
  }

  /// Waits for a final result.
  String answer() throws InterruptedException {
    return await(RawClient::isFinished);
  }

  /// Waits until all of `marks` have come, one after another; returns everything that came since
  /// the last answer was taken.
  String await(String... marks) throws InterruptedException {
    return await(text -> holds(text, marks));
  }

  private static boolean holds(String text, String... marks) {
    int from = 0;
    for (String mark : marks) {
      int at = text.indexOf(mark, from);
      if (at < 0) {
        return false;
      }
      from = at + mark.length();
    }
    return true;
  }

  private String await(Predicate<String> enough) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!enough.test(gathered)) {
      String piece = pieces.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (piece == null) {
        throw new AssertionError("waited in vain; so far: " + gathered);
      }
      gathered += piece;
    }
    String all = gathered;
    gathered = "";
    return all;
  }

  private static boolean isFinished(String text) {
    return text.endsWith("\r\nOK\r\n") || text.matches("(?s).*\r\n(ERROR|\\+CM[ES] ERROR: .*)\r\n");
  }

  private void read() {
    byte[] octets = new byte[4096];
    try {
      for (int count = device.read(octets); count > 0; count = device.read(octets)) {
        pieces.add(new String(octets, 0, count, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      pieces.add("<hung up>");
    }
  }

  @Override
  public void close() throws IOException {
    device.close();
  }
}

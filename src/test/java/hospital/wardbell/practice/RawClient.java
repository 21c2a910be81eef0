package hospital.wardbell.practice;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program at the other side of the modem's device that knows nothing of AT: it writes what it is
/// told and gathers what comes.
final class RawClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Pattern FINAL_RESULT =
      Pattern.compile("(^|\r\n)(OK|ERROR|\\+CM[ES] ERROR: [^\r]*)\r\n");

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

  /// Waits for a final result; what comes after it is kept for later.
  String answer() throws InterruptedException {
    return await(RawClient::endOfAnswer);
  }

  /// Waits until all of `marks` have come, one after another; returns everything up to the end of
  /// the last.
  String await(String... marks) throws InterruptedException {
    return await(text -> endOf(text, marks));
  }

  private String await(ToIntFunction<String> end) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (end.applyAsInt(gathered) < 0) {
      String piece = pieces.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (piece == null) {
        throw new AssertionError("waited in vain; so far: " + gathered);
      }
      gathered += piece;
    }
    int at = end.applyAsInt(gathered);
    String taken = gathered.substring(0, at);
    gathered = gathered.substring(at);
    return taken;
  }

  private static int endOf(String text, String... marks) {
    int end = 0;
    for (String mark : marks) {
      int at = text.indexOf(mark, end);
      if (at < 0) {
        return -1;
      }
      end = at + mark.length();
    }
    return end;
  }

  private static int endOfAnswer(String text) {
    Matcher end = FINAL_RESULT.matcher(text);
    return end.find() ? end.end() : -1;
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

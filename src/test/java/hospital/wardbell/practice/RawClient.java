package hospital.wardbell.practice;

import java.io.IOException;
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
  /// What stands for the end of the line.
  static final String HUNG_UP = "<hung up>";

  private static final int LOOK_MILLISECONDS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Pattern FINAL_RESULT =
      Pattern.compile("(^|\r\n)(OK|ERROR|\\+CM[ES] ERROR: [^\r]*)\r\n");

  private final int device;
  private final Thread reader;
  private final LinkedBlockingQueue<String> pieces = new LinkedBlockingQueue<>();
  private String gathered = "";
  private volatile boolean closing;

  RawClient(Path path) throws IOException {
    this.device = Libc.openTerminal(path.toString());
    this.reader = Thread.ofPlatform().daemon().start(this::read);
  }

  void write(String text) throws IOException {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int done = 0; done < octets.length; done += Libc.write(device, octets, done)) {
      Libc.poll(device, Libc.WRITABLE, LOOK_MILLISECONDS);
    }
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
    try {
      int events = 0;
      while (!closing && (events & Libc.HUNG_UP) == 0) {
        events = Libc.poll(device, Libc.READABLE, LOOK_MILLISECONDS);
        String piece = new String(Libc.read(device, 4096), StandardCharsets.ISO_8859_1);
        pieces.add(piece);
      }
    } catch (IOException e) {
      pieces.add(HUNG_UP + e.getMessage());
    }
    pieces.add(HUNG_UP);
  }

  @Override
  public void close() {
    closing = true;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Libc.close(device);
  }
}

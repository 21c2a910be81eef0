package hospital.wardbell.practice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The modem's end of the serial line: takes the line's own time both ways, and adds up how long
/// the modem made the program wait. The modem's thread only.
final class Wire {
  private final Port port;
  private final Timing timing;
  private long inputEnds = System.nanoTime();
  private Duration waited = Duration.ZERO;

  Wire(Port port, Timing timing) {
    this.port = port;
    this.timing = timing;
  }

  /// Notes octets that the program wrote at `arrivedNanos`; the line has them some time later.
  void received(int octets, long arrivedNanos) {
    long begins = inputEnds - arrivedNanos > 0 ? inputEnds : arrivedNanos;
    inputEnds = begins + timing.onTheLine(octets).toNanos();
  }

  /// Waits until the line has brought everything received so far.
  void awaitInput() {
    pause(Duration.ofNanos(Math.max(0, inputEnds - System.nanoTime())));
  }

  /// Sends back what came in; that takes no time of its own, as the line goes both ways at once.
  void echo(byte[] octets) {
    port.write(octets);
  }

  /// Sends text; when it returns, the last octet is with the program.
  void send(String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    pause(timing.onTheLine(octets.length));
    port.write(octets);
  }

  void pause(Duration time) {
    waited = waited.plus(time);
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /// All the time this line has made anybody wait, growing for ever.
  Duration waited() {
    return waited;
  }
}

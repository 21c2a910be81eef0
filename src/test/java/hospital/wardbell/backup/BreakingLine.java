package hospital.wardbell.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A line between two programs on this machine that breaks after so many octets, as often as it is
/// told to.
final class BreakingLine implements AutoCloseable {
  private final ServerSocket listening;
  private final int to;
  private final AtomicInteger breaks = new AtomicInteger();
  private final AtomicLong after = new AtomicLong(Long.MAX_VALUE);
  private final AtomicInteger broken = new AtomicInteger();

  private BreakingLine(ServerSocket listening, int to) {
    this.listening = listening;
    this.to = to;
  }

  static BreakingLine to(int port) throws IOException {
    BreakingLine line =
        new BreakingLine(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), port);
    Thread.ofVirtual().start(line::accept);
    return line;
  }

  int port() {
    return listening.getLocalPort();
  }

  /// Each of the next so many lines breaks once it has carried that many octets to the server.
  void breakNext(int lines, long octets) {
    after.set(octets);
    breaks.set(lines);
  }

  /// How many have broken.
  int broken() {
    return broken.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = listening.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
        long limit =
            breaks.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? after.get() : Long.MAX_VALUE;
        Thread.ofVirtual().start(() -> carry(near, far, limit));
        Thread.ofVirtual().start(() -> carry(far, near, Long.MAX_VALUE));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void carry(Socket from, Socket into, long limit) {
    byte[] block = new byte[8192];
    long carried = 0;
    try (from;
        into) {
      InputStream in = from.getInputStream();
      OutputStream out = into.getOutputStream();
      for (int now = in.read(block); now >= 0; now = in.read(block)) {
        carried += now;
        if (carried > limit) {
          broken.incrementAndGet();
          return;
        }
        out.write(block, 0, now);
      }
    } catch (IOException _) {
      // one of them went away, and so does the other
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}

package hospital.wardbell.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/// A way to a server that is cut when so many octets of its answers have passed.
final class CutLine implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final int server;
  private final long most;
  private final AtomicLong passed = new AtomicLong();

  CutLine(int server, long most) throws IOException {
    this.server = server;
    this.most = most;
    Thread.ofVirtual().start(this::run);
  }

  int port() {
    return listening.getLocalPort();
  }

  long passed() {
    return passed.get();
  }

  private void run() {
    try (Socket near = listening.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), server)) {
      Thread.ofVirtual().start(() -> pass(near, far, new AtomicLong(), Long.MAX_VALUE));
      pass(far, near, passed, most);
    } catch (IOException _) {
      // so it is cut
    }
  }

  private static void pass(Socket from, Socket to, AtomicLong count, long most) {
    byte[] octets = new byte[1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(octets); n >= 0 && count.addAndGet(n) < most; n = in.read(octets)) {
        out.write(octets, 0, n);
      }
    } catch (IOException _) {
      // so it is cut
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}

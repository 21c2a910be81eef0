package hospital.wardbell;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A TPM made of software, swtpm, with nothing in it yet; it loses all when it is closed.
final class Tpm implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(20);

  private final Process process;
  private final int port;

  private Tpm(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Tpm start(Path directory) throws Exception {
    Path state = Files.createDirectory(directory.resolve("tpm"));
    int port = freePair();
    Process process =
        new ProcessBuilder(
                "swtpm",
                "socket",
                "--tpm2",
                "--tpmstate",
                "dir=" + state,
                "--server",
                "type=tcp,bindaddr=127.0.0.1,port=" + port,
                "--ctrl",
                "type=tcp,bindaddr=127.0.0.1,port=" + (port + 1),
                "--flags",
                "not-need-init,startup-clear")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("tpm.log").toFile())
            .start();
    Tpm tpm = new Tpm(process, port);
    // Its control port: a connection to the other would be the one it serves.
    Until.so("the TPM listens", READY, () -> listens(port + 1));
    return tpm;
  }

  /// The tools look for the control port right above the other.
  private static int freePair() throws IOException {
    while (true) {
      try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          ServerSocket other =
              new ServerSocket(one.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
        return other.getLocalPort() - 1;
      } catch (IOException | IllegalArgumentException _) {
        // the one above is taken
      }
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  /// Which tells systemd-creds to use it.
  String option() {
    return "--tpm2-device=swtpm:host=127.0.0.1,port=" + port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}

package hospital.wardbell.siem;

import hospital.wardbell.crypto.ClientTls;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocket;

/// One TLS connection to a collector, which is written to and from which nothing comes but its end.
///
/// One thread writes. Connecting, the handshake and each write have [#PATIENCE]; a collector that
/// takes nothing is cut off. That the collector hung up is noticed at once, by reading.
final class TlsLine implements Closeable {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Socket plain;
  private final SSLSocket line;
  private volatile boolean ended;

  private TlsLine(Socket plain, SSLSocket line) {
    this.plain = plain;
    this.line = line;
    Thread.ofVirtual().name("siem-end").start(this::awaitEnd);
  }

  /// @throws IOException if there is nobody, or nobody whom the authority vouches for by that name;
  ///   the message is the library's own
  static TlsLine open(Target target) throws IOException {
    return open(target, new Socket());
  }

  /// @param plain not connected yet; whoever closes it ends the connecting
  static TlsLine open(Target target, Socket plain) throws IOException {
    try {
      plain.connect(new InetSocketAddress(target.host(), target.port()), (int) PATIENCE.toMillis());
      plain.setSoTimeout((int) PATIENCE.toMillis());
      SSLSocket line = ClientTls.over(plain, target.host(), target.port(), target.authority());
      plain.setSoTimeout(0);
      return new TlsLine(plain, line);
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private void awaitEnd() {
    try (InputStream in = line.getInputStream()) {
      while (in.read() >= 0) {
        // collectors say nothing; what one says is passed over
      }
    } catch (IOException _) {
      // so it has ended
    }
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }

  /// @throws IOException if the collector is gone, or takes nothing
  void write(byte[] octets) throws IOException {
    FutureTask<Void> writing =
        new FutureTask<>(() -> {
          line.getOutputStream().write(octets);
          line.getOutputStream().flush();
          return null;
        });
    Thread.ofVirtual().name("siem-write").start(writing);
    try {
      writing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      plain.close();
      throw new IOException("the collector takes nothing; it was cut off", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing", e);
    }
  }

  /// The plain socket first: the TLS one would wait for a write that hangs.
  @Override
  public void close() throws IOException {
    plain.close();
  }
}

package hospital.wardbell.directory;

import hospital.wardbell.crypto.ClientTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/// Makes lines to one server that speak TLS, for a library that would do it in its own way. One
/// thread at a time.
final class TlsSockets extends SSLSocketFactory {
  private final DirectoryServer server;
  private final Duration patience;
  private volatile Optional<SSLException> distrust = Optional.empty();

  /// @param patience of connecting, and of each answer in the handshake
  TlsSockets(DirectoryServer server, Duration patience) {
    this.server = server;
    this.patience = patience;
  }

  /// Why the last line was not made, if that is since the server is not who it should be.
  Optional<SSLException> distrust() {
    return distrust;
  }

  /// A line that is TLS from its first octet.
  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    Socket plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
      return over(plain);
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  /// TLS over a line on which StartTLS was agreed.
  @Override
  public Socket createSocket(Socket plain, String host, int port, boolean close)
      throws IOException {
    return over(plain);
  }

  private Socket over(Socket plain) throws IOException {
    try {
      plain.setSoTimeout((int) patience.toMillis());
      return ClientTls.over(plain, server.host(), server.port(), server.authority());
    } catch (SSLException e) {
      distrust = Optional.of(e);
      throw e;
    }
  }

  /// None: connecting has a deadline of its own, in the only other way.
  @Override
  public Socket createSocket() throws IOException {
    throw new SocketException("not without an address");
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return new String[0];
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return new String[0];
  }
}

package hospital.wardbell.modem;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;

/// A network modem's serial line, raw over TCP.
final class NetworkLine implements SerialLine {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final Socket socket;

  private NetworkLine(Socket socket) {
    this.socket = socket;
  }

  static NetworkLine open(LineAddress.Network address) {
    Socket socket = new Socket();
    NetworkLine line = new NetworkLine(socket);
    try {
      socket.connect(
          new InetSocketAddress(address.host(), address.port()), (int) CONNECT.toMillis());
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      return line;
    } catch (IOException e) {
      line.close();
      throw new ModemFault(
          ModemFault.Kind.NO_LINE, Trouble.of(Trouble.Kind.NO_CONNECTION, address.toString()), e);
    }
  }

  @Override
  public int read(byte[] into) throws IOException {
    return socket.getInputStream().read(into);
  }

  @Override
  public void write(byte[] octets) throws IOException {
    socket.getOutputStream().write(octets);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // The socket is released all the same, and what was on it is already accounted for.
    }
  }
}

package hospital.wardbell.modem;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/// Where a modem's line is: a device's path, or the host and port of a network modem.
public sealed interface LineAddress {
  /// A serial device or a pseudo-terminal.
  record Device(Path path) implements LineAddress {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /// Raw serial over TCP.
  record Network(String host, int port) implements LineAddress {
    @Override
    public String toString() {
      return "tcp://" + host + ":" + port;
    }
  }

  /// `/dev/...` (any absolute path) or `tcp://host:port`.
  ///
  /// @throws IllegalArgumentException if `text` is neither; the message says what is expected
  static LineAddress parse(String text) {
    if (text.startsWith("/") && text.length() > 1) {
      return new Device(Path.of(text));
    }
    try {
      URI uri = new URI(text);
      if ("tcp".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getPort() > 0
          && uri.getPort() <= 65_535) {
        return new Network(uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(expected(text), e);
    }
    throw new IllegalArgumentException(expected(text));
  }

  private static String expected(String text) {
    return "\"%s\" is no modem line: write a device's whole path, such as /dev/ttyUSB2,"
            .formatted(text)
        + " or tcp://host:port for a network modem";
  }
}

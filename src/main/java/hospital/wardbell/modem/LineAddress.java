package hospital.wardbell.modem;

import java.nio.file.Path;

/// Where a modem's line is: a device's path, or the host and port of a network modem.
public sealed interface LineAddress {
  /// A serial device or a pseudo-terminal.
  record Device(Path path) implements LineAddress {}

  /// Raw serial over TCP.
  record Network(String host, int port) implements LineAddress {}

  /// `/dev/...` (any absolute path) or `tcp://host:port`.
  ///
  /// @throws IllegalArgumentException if `text` is neither; the message says what is expected
  static LineAddress parse(String text) {
    throw new IllegalStateException("not built");
  }
}

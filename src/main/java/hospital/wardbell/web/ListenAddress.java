package hospital.wardbell.web;

/// Where a listener listens.
///
/// @param host a name or address of this machine; `0.0.0.0` for all of its addresses
/// @param port 1 to 65535; 0 for any free one
public record ListenAddress(String host, int port) {
  public ListenAddress {
    if (host.isBlank() || port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a listener needs a host and a port from 0 to 65535");
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}

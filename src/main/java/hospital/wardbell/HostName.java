package hospital.wardbell;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// What this machine calls itself.
final class HostName {
  private HostName() {}

  /// As syslog has it; without a name of its own the machine is nobody's in particular.
  static String text() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "wardbell";
    }
  }
}
